"""What a person corrected in a workbook or in Label Studio, back into the record."""

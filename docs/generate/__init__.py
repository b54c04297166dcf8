"""The reference pages: written from the commands and the schemas, never by hand."""

"""The one document model that every reader fills and everything later reads."""

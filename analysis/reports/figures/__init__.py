"""One figure a file: ``draw`` puts a frame on a sheet, in the words that the template gives."""

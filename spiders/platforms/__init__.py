"""One file per platform; nothing is registered, a file's name is what a declaration writes."""

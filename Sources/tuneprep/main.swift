print("tuneprep")

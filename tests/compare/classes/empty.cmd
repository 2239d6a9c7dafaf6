classes

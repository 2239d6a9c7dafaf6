rates -U

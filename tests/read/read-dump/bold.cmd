read-dump

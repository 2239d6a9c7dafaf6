/* convert - runs the program that reads a kind of file, without a shell. */
#ifndef CONVERT_H
#define CONVERT_H

#include <stddef.h>

/* A file in memory, without a name. */
int convert_memory(void);
/* Runs argv[0], of the search path, with nothing to read; gives a file in
 * memory with what it wrote.  Exit 3 if it is not there, 1 with its own words
 * if it fails; name of the file it reads, for messages. */
int convert_run(const char *const *argv, const char *name);
/* The file's place for who opens it by a name. */
void convert_path(char *to, size_t size, int fd);

#endif

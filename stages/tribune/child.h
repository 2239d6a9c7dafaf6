/* child - a program that is run, and waited for. */
#ifndef CHILD_H
#define CHILD_H

#include <sys/types.h>

/* Starts path, or what PATH has of that name, as argv, in a folder (NULL: in
 * this one), with these three for its standard input, output and error (-1:
 * those of this program); exit 3 if it cannot be tried.  What cannot be run
 * ends with 3. */
pid_t child_start(
    const char *path, char *const *argv, const char *folder, const int fd[3]);
/* Its exit status; 3 for one that a signal ended. */
int child_wait(pid_t pid);

#endif

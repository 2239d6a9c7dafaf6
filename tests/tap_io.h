/* tap_io - for tests of what reads, writes or ends the program. */
#ifndef TAP_IO_H
#define TAP_IO_H

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tap.h"

enum {
	TAP_PATH = 4096
};

/* Makes a file and its path, which is the test's to unlink. */
static inline int
temporary(char *path)
{
	const char *dir = getenv("TMPDIR");
	int fd;

	(void)snprintf(
	    path, TAP_PATH, "%s/tap.XXXXXX", dir != NULL ? dir : "/tmp");
	fd = mkstemp(path);
	if (fd == -1) {
		perror(path);
		_exit(99);
	}
	return fd;
}

/* A file without a name, open to read and write. */
static inline int
scratch(void)
{
	char path[TAP_PATH];
	int fd = temporary(path);

	(void)unlink(path);
	return fd;
}

static inline void
put_all(int fd, const char *s, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, s, len);

		if (n < 0) {
			perror("write");
			_exit(99);
		}
		s += n;
		len -= (size_t)n;
	}
}

/* Makes a file with the text in it; gives its path, the test's to unlink. */
static inline char *
new_file(char *path, const char *text)
{
	int fd = temporary(path);

	put_all(fd, text, strlen(text));
	(void)close(fd);
	return path;
}

/* Makes standard input these bytes. */
static inline void
feed(const char *s, size_t len)
{
	int fd = scratch();

	put_all(fd, s, len);
	if (lseek(fd, 0, SEEK_SET) == -1 || dup2(fd, STDIN_FILENO) == -1)
		_exit(99);
	(void)close(fd);
}

/* Makes standard input a pipe of two writes, the second in time to come after
 * the first was read.  The writer is a child that nobody waits for. */
static inline void
feed_in_two(const char *a, size_t n_a, const char *b, size_t n_b)
{
	int fd[2];

	(void)fflush(NULL);
	if (pipe(fd) == -1)
		_exit(99);
	if (fork() == 0) {
		put_all(fd[1], a, n_a);
		(void)usleep(100000);
		put_all(fd[1], b, n_b);
		_exit(0);
	}
	if (dup2(fd[0], STDIN_FILENO) == -1)
		_exit(99);
	(void)close(fd[0]);
	(void)close(fd[1]);
}

/* All that the file holds, a NUL behind; free() it.  Closes it. */
static inline char *
slurp(int fd, size_t *len)
{
	off_t end = lseek(fd, 0, SEEK_END);
	char *s = end < 0 ? NULL : malloc((size_t)end + 1);

	*len = 0;
	if (s == NULL)
		_exit(99);
	while (*len < (size_t)end) {
		ssize_t n =
		    pread(fd, s + *len, (size_t)end - *len, (off_t)*len);

		if (n <= 0)
			_exit(99);
		*len += (size_t)n;
	}
	s[*len] = '\0';
	(void)close(fd);
	return s;
}

/* Does f(arg), in a process of its own, end with the status?  Gives what it
 * said on standard error, to be freed; 0 is the status where f returns. */
static inline char *
said_by(void (*f)(void *arg), void *arg, int *status)
{
	int fd = scratch();
	int rc = 0;
	size_t len;
	pid_t pid;

	(void)fflush(NULL);
	if ((pid = fork()) == 0) {
		(void)dup2(fd, STDERR_FILENO);
		f(arg);
		_exit(0);
	}
	if (pid == -1 || waitpid(pid, &rc, 0) == -1)
		_exit(99);
	*status = WIFEXITED(rc) ? WEXITSTATUS(rc) : 128 + WTERMSIG(rc);
	return slurp(fd, &len);
}

/* f(arg) ends with the status and a message that holds the text. */
static inline bool
dies(void (*f)(void *arg), void *arg, int status, const char *text,
    const char *name)
{
	int rc;
	char *said = said_by(f, arg, &rc);
	bool good = rc == status && strstr(said, text) != NULL;

	if (!ok(good, name))
		printf("# ended with %d, want %d; said '%s', want '%s'\n", rc,
		    status, said, text);
	free(said);
	return good;
}

#endif

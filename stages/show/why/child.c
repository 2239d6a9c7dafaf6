#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/spool.h"

enum {
	MOST_PROGRAMS = 8
};

/* The program of that name beside this one; the caller's to free. */
static char *
beside(const char *name)
{
	char exe[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", exe, sizeof(exe) - 1);
	struct buf b = {0};
	char *slash;

	if (n < 0)
		die_sys("/proc/self/exe");
	exe[n] = '\0';
	slash = strrchr(exe, '/');
	buf_mem(&b, exe, slash != NULL ? (size_t)(slash - exe) + 1 : 0);
	buf_str(&b, name);
	return b.s;
}

static void
check(int rc, const char *what)
{
	if (rc != 0) {
		errno = rc;
		die_sys(what);
	}
}

/* in and out become standard input and output; both are closed here. */
static pid_t
start(char **argv, int in, int out)
{
	char *path = beside(argv[0]);
	posix_spawn_file_actions_t act;
	pid_t pid;

	check(posix_spawn_file_actions_init(&act), argv[0]);
	check(posix_spawn_file_actions_adddup2(&act, in, 0), argv[0]);
	check(posix_spawn_file_actions_adddup2(&act, out, 1), argv[0]);
	check(posix_spawn(&pid, path, &act, NULL, argv, environ), path);
	(void)posix_spawn_file_actions_destroy(&act);
	(void)close(in);
	(void)close(out);
	free(path);
	return pid;
}

static void
await(pid_t pid, const char *name)
{
	int status;

	while (waitpid(pid, &status, 0) == -1)
		if (errno != EINTR)
			die_sys(name);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		die_data(name, 0, "it failed, so nothing can be shown");
}

/* Ends the words of the first program; the words of the next, or NULL. */
static char **
cut(char **argv)
{
	for (; *argv != NULL; argv++)
		if (strcmp(*argv, "|") == 0) {
			*argv = NULL;
			return argv + 1;
		}
	return NULL;
}

int
child_run(char **argv, int in)
{
	pid_t pid[MOST_PROGRAMS];
	const char *name[MOST_PROGRAMS];
	char *temp = NULL;
	int result = temp_open(&temp);
	size_t n = 0;

	if (in == -1)
		in = open("/dev/null", O_RDONLY | O_CLOEXEC);
	while (argv != NULL && n < MOST_PROGRAMS) {
		char **next = cut(argv);
		int end[2] = {-1, -1};

		if (next != NULL && pipe2(end, O_CLOEXEC) == -1)
			die_sys("pipe");
		name[n] = argv[0];
		pid[n++] = start(argv, in,
		    next != NULL ? end[1] : fcntl(result, F_DUPFD_CLOEXEC, 3));
		in = end[0];
		argv = next;
	}
	for (size_t i = 0; i < n; i++)
		await(pid[i], name[i]);
	if (lseek(result, 0, SEEK_SET) == -1)
		die_sys(temp);
	free(temp);
	return result;
}

int
child_file(const char *s, size_t len)
{
	char *temp = NULL;
	int fd = temp_open(&temp);

	while (len > 0) {
		ssize_t n = write(fd, s, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die_sys(temp);
		s += n;
		len -= (size_t)n;
	}
	if (lseek(fd, 0, SEEK_SET) == -1)
		die_sys(temp);
	free(temp);
	return fd;
}

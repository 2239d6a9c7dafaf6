#include "convert.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

int
convert_memory(void)
{
	int fd = memfd_create("document", MFD_CLOEXEC);

	if (fd == -1)
		die_sys("memory for a document");
	return fd;
}

void
convert_path(char *to, size_t size, int fd)
{
	(void)snprintf(to, size, "/proc/self/fd/%d", fd);
}

/* 0, or what errno would be. */
static int
start(pid_t *pid, char *const *argv, int out, int err)
{
	posix_spawn_file_actions_t a;
	int rc;

	if (posix_spawn_file_actions_init(&a) != 0 ||
	    posix_spawn_file_actions_addopen(
		&a, STDIN_FILENO, "/dev/null", O_RDONLY, 0) != 0 ||
	    posix_spawn_file_actions_adddup2(&a, out, STDOUT_FILENO) != 0 ||
	    posix_spawn_file_actions_adddup2(&a, err, STDERR_FILENO) != 0)
		die_sys(argv[0]);
	rc = posix_spawnp(pid, argv[0], &a, NULL, argv, environ);
	(void)posix_spawn_file_actions_destroy(&a);
	return rc;
}

/* The system's: the program is not there, or was killed. */
static void __attribute__((noreturn))
refuse_start(const char *program, const char *name, int rc)
{
	struct buf b = {0};

	buf_str(&b, name);
	buf_str(&b, ": ");
	if (rc == EINTR)
		buf_str(&b, program);
	else
		buf_fmt(&b,
		    err_said("%s, which reads it (sh pipeline/deps.sh -o)"),
		    program);
	errno = rc;
	die_sys(b.s);
}

/* The first line that the program complained with. */
static void
refuse(int err, const char *program, const char *name)
{
	char s[512];
	ssize_t n = pread(err, s, sizeof(s) - 1, 0);

	s[n > 0 ? n : 0] = '\0';
	s[strcspn(s, "\n")] = '\0';
	if (strncmp(s, program, strlen(program)) == 0)
		die_data(name, 0, "%s", s);
	die_data(name, 0, "%s cannot read it%s%s", program,
	    *s != '\0' ? ": " : "", s);
}

/* Of its own, for who is called may change them. */
static char **
copy_words(const char *const *argv)
{
	char **to;
	size_t n = 0;

	while (argv[n] != NULL)
		n++;
	to = mem_new(n + 1, sizeof(*to));
	for (size_t i = 0; i < n; i++)
		to[i] = mem_string(argv[i]);
	return to;
}

static void
free_words(char **argv)
{
	for (size_t i = 0; argv[i] != NULL; i++)
		free(argv[i]);
	free(argv);
}

int
convert_run(const char *const *argv, const char *name)
{
	char **own = copy_words(argv);
	int out = convert_memory();
	int err = convert_memory();
	pid_t pid;
	int rc = start(&pid, own, out, err);
	int status;

	free_words(own);
	if (rc != 0)
		refuse_start(argv[0], name, rc);
	while (waitpid(pid, &status, 0) == -1)
		if (errno != EINTR)
			die_sys(argv[0]);
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
		refuse_start(argv[0], name, EINTR);
	if (status != 0)
		refuse(err, argv[0], name);
	(void)close(err);
	if (lseek(out, 0, SEEK_SET) == -1)
		die_sys(argv[0]);
	return out;
}

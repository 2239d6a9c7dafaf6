#include "child.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/err.h"

pid_t
child_start(
    const char *path, char *const *argv, const char *folder, const int fd[3])
{
	pid_t pid = fork();

	if (pid == -1)
		die_sys(path);
	if (pid > 0)
		return pid;
	for (int i = 0; i < 3; i++)
		if (fd[i] != -1 && dup2(fd[i], i) == -1)
			_exit(RC_SYS);
	if (folder == NULL || chdir(folder) == 0)
		(void)execvp(path, argv);
	_exit(RC_SYS);
}

int
child_wait(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) == -1)
		if (errno != EINTR)
			die_sys("waitpid");
	return WIFEXITED(status) ? WEXITSTATUS(status) : RC_SYS;
}

#include "temp.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

/* O_TMPFILE has no name at any moment; not every file system knows it. */
static int
make_file(const char *dir)
{
	struct buf path = {0};
	int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd != -1 || (errno != EOPNOTSUPP && errno != EISDIR))
		return fd;
	buf_str(&path, dir);
	buf_str(&path, "/tribune.XXXXXX");
	fd = mkostemp(path.s, O_CLOEXEC);
	if (fd != -1 && unlink(path.s) == -1)
		die_sys(path.s);
	buf_free(&path);
	return fd;
}

int
temp_open(char **name)
{
	const char *dir = getenv("TMPDIR");
	struct buf b = {0};
	int fd;

	if (dir == NULL || *dir == '\0')
		dir = "/tmp";
	if (*name == NULL) {
		buf_str(&b, "temporary file in ");
		buf_str(&b, dir);
		buf_str(&b, " (TMPDIR)");
		*name = b.s;
	}
	/* a limit on files (ulimit -f) is an error like a full disk */
	(void)signal(SIGXFSZ, SIG_IGN);
	if ((fd = make_file(dir)) == -1)
		die_sys(*name);
	return fd;
}

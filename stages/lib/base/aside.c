#include "aside.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "err.h"

void
aside_open(struct aside *a, const char *prefix, const char *suffix)
{
	struct buf b = {0};
	int fd;

	buf_str(&b, prefix);
	buf_str(&b, suffix);
	a->path = mem_copy(b.s, b.len);
	buf_str(&b, ".part");
	a->part = b.s;
	fd = open(a->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd == -1)
		die_sys(a->part);
	out_open(&a->out, fd, a->part);
}

void
aside_close(struct aside *a)
{
	out_close(&a->out);
}

void
aside_rename(struct aside *a)
{
	if (rename(a->part, a->path) == -1)
		die_sys(a->path);
	free(a->part);
	free(a->path);
}

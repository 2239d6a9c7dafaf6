#include "trial.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/spool.h"
#include "lib/stream/vrt.h"

/* A file without a name. */
static int
hidden_file(void)
{
	char *name = NULL;
	int fd = temp_open(&name);

	free(name);
	return fd;
}

static int
run(const char *exec, const char *folder, char **argv, const int *to)
{
	char *path = mem_join(exec, "/", argv[0]);
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
	int rc;

	if (null == -1)
		die_sys("/dev/null");
	rc = child_wait(
	    child_start(path, argv, folder, (const int[]){null, to[0], to[1]}));
	(void)close(null);
	free(path);
	return rc;
}

static void
add_attribute(const char *name, const char *value, void *arg)
{
	struct trial *t = arg;
	uint32_t n = t->names.n;
	uint32_t k = intern_add(&t->names, name, strlen(name));

	t->attribute =
	    mem_grow(t->attribute, &t->cap, t->names.n, sizeof(*t->attribute));
	if (k == n) {
		t->attribute[k].n = 0;
		intern_open(&t->attribute[k].values);
	}
	t->attribute[k].n++;
	(void)intern_add(&t->attribute[k].values, value, strlen(value));
}

static void
read_transcript(struct trial *t, int fd)
{
	char path[64];
	char *files[] = {path};
	struct vrt v;
	enum vrt_event ev;

	(void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	vrt_open(&v, files, 1, VRT_EITHER);
	v.repeats = true;
	while ((ev = vrt_next(&v)) != VRT_END)
		if (ev == VRT_OPEN && v.tag == TAG_SPEECH) {
			t->n_speech++;
			vrt_attrs(&v, add_attribute, t);
		}
	vrt_close(&v);
}

/* The first line. */
static void
read_message(struct trial *t, int fd)
{
	char s[512];
	ssize_t n = pread(fd, s, sizeof(s) - 1, 0);

	if (n <= 0)
		return;
	s[n] = '\0';
	free(t->message);
	t->message = mem_copy(s, strcspn(s, "\n"));
}

void
trial_run(struct trial *t, const char *exec, const char *folder, char **argv)
{
	int fd[] = {hidden_file(), hidden_file()};

	if (t->attribute == NULL)
		intern_open(&t->names);
	t->attribute =
	    mem_grow(t->attribute, &t->cap, 1, sizeof(*t->attribute));
	t->status = run(exec, folder, argv, fd);
	if (t->status == RC_OK)
		read_transcript(t, fd[0]);
	else
		read_message(t, fd[1]);
	(void)close(fd[0]);
	(void)close(fd[1]);
}

const struct trial_attribute *
trial_find(const struct trial *t, const char *name)
{
	uint32_t k;

	if (t->attribute == NULL)
		return NULL;
	k = intern_find(&t->names, name, strlen(name));
	return k != UINT32_MAX ? &t->attribute[k] : NULL;
}

void
trial_free(struct trial *t)
{
	if (t->attribute != NULL) {
		for (uint32_t k = 0; k < t->names.n; k++)
			intern_free(&t->attribute[k].values);
		intern_free(&t->names);
	}
	free(t->attribute);
	free(t->message);
}

/* aside - the file is there when it is whole, and not before. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lib/base/err.h"
#include "lib/base/out.h"
#include "tap_io.h"

static bool
holds(const char *path, const char *want)
{
	int fd = open(path, O_RDONLY);
	size_t len;
	char *got;
	bool same;

	if (fd == -1)
		return want == NULL;
	got = slurp(fd, &len);
	same = want != NULL && strcmp(got, want) == 0;
	free(got);
	return same;
}

static void
write_one(const char *prefix, const char *text)
{
	struct aside a;

	aside_open(&a, prefix, ".tsv");
	out_str(&a.out, text);
	ok(!holds("a.tsv", text), "not there yet");
	aside_close(&a);
	ok(holds("a.tsv.part", text), "whole beside its place");
	ok(!holds("a.tsv", text), "still not there");
	aside_rename(&a);
	ok(holds("a.tsv", text), "there");
	ok(holds("a.tsv.part", NULL), "and nothing beside it");
}

static void
open_it(void *arg)
{
	struct aside a;

	aside_open(&a, arg, "");
	out_str(&a.out, "x");
	aside_close(&a);
	aside_rename(&a);
}

/* A part that a run left behind is begun anew. */
static void
left_behind(void)
{
	FILE *f = fopen("a.tsv.part", "w");

	ok(f != NULL && fputs("a longer text that is never whole", f) >= 0 &&
		fclose(f) == 0 && holds("a.tsv", "new"),
	    "the older file stays until then");
	write_one("a", "short");
}

/* A link stays one, wherever it leads; what it leads to is written. */
static void
links(void)
{
	char loop[] = "loop";

	ok(mkdir("far", 0777) == 0 && symlink("far/near", "link.tsv") == 0 &&
		symlink("../a.tsv", "far/near") == 0,
	    "a link to a link to a file");
	write_one("link", "behind links");
	ok(holds("a.tsv", "behind links") &&
		readlink("link.tsv", loop, 1) == 1 &&
		readlink("far/near", loop, 1) == 1,
	    "the file is written, the links stay");
	(void)unlink("a.tsv");
	write_one("link", "made anew");
	ok(holds("a.tsv", "made anew"), "a link to nothing yet");
	ok(symlink("loop", "loop") == 0, "a link to itself");
	memcpy(loop, "loop", sizeof(loop));
	dies(open_it, loop, RC_SYS, "aside: loop: Too many levels",
	    "leads nowhere");
	(void)unlink("loop");
	(void)unlink("link.tsv");
	(void)unlink("far/near");
	(void)rmdir("far");
}

int
main(void)
{
	char dir[] = "/tmp/aside.XXXXXX";
	char nowhere[] = "no/where";
	char taken[] = "taken";

	err_init("aside");
	if (mkdtemp(dir) == NULL || chdir(dir) == -1)
		return 99;
	write_one("a", "old");
	write_one("a", "new");
	left_behind();
	links();
	dies(open_it, nowhere, RC_SYS, "aside: no/where.part: No such file",
	    "no such folder");
	ok(mkdir("taken", 0777) == 0, "a folder in its place");
	dies(open_it, taken, RC_SYS, "aside: taken: Is a directory",
	    "is not written over");
	(void)unlink("taken.part");
	(void)rmdir("taken");
	(void)unlink("a.tsv");
	ok(chdir("/") == 0 && rmdir(dir) == 0, "nothing else is left");
	return done();
}

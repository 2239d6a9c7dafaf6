#include "shards.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "disk.h"
#include "lib/base/err.h"

/* A shard under way: its recipe, each line what it is and what it says (see
 * pipeline/shard.sh). */
struct recipe {
	const struct lists *l;
	const char *work;
	struct buf names;    /* shards so far, a line each */
	struct intern shard; /* the same */
	struct buf head;     /* the hashes of what it is made of */
	struct buf body;
	const char *running; /* the reader whose texts are being listed */
};

/* Two hashes of a name, each below 2^24: what they are is the same everywhere,
 * and may not change, for a shard is called so. */
struct hash {
	uint64_t one;
	uint64_t two;
};

static struct hash
hash_of(const char *name)
{
	struct hash h = {5381, 261};

	for (const unsigned char *s = (const unsigned char *)name; *s != '\0';
	     s++) {
		h.one = (h.one * 33 + *s) % 16777216;
		h.two = (h.two * 131 + *s) % 16777213;
	}
	return h;
}

static void
put(struct buf *b, const char *a, const char *c, const char *d)
{
	buf_str(b, a);
	buf_str(b, c);
	buf_str(b, d);
}

/* What stands beside a shard is made with it: where it is gone, the shard goes.
 */
static void
look_beside(const char *folder)
{
	char *path[] = {mem_join(folder, ".kept", ""),
	    mem_join(folder, ".notes", ""), mem_join(folder, ".vrt.zst", "")};

	if (!disk_is(path[0]) || !disk_is(path[1]))
		disk_remove(path[2]);
	for (size_t i = 0; i < sizeof(path) / sizeof(*path); i++)
		free(path[i]);
}

static void
end_shard(struct recipe *s, const char *name)
{
	char *folder = mem_join(s->work, "/shards/", name);
	char *path = mem_join(folder, ".recipe", "");
	struct buf b = {0};

	put(&b, s->head.s, "each ", s->l->each);
	put(&b, "\nwhole ", s->l->behind, "\n");
	buf_str(&b, s->body.s);
	disk_keep(path, &b);
	look_beside(folder);
	put(&s->names, name, "\n", "");
	(void)intern_add(&s->shard, name, strlen(name));
	s->head.len = 0;
	s->body.len = 0;
	s->running = NULL;
	buf_free(&b);
	free(path);
	free(folder);
}

static void
add_hash(struct recipe *s, uint32_t file, const char *name)
{
	put(&s->head, "# ", s->l->file[file].sum, " ");
	put(&s->head, name, "\n", "");
}

static void
add_text(struct recipe *s, const struct text *t)
{
	add_hash(s, t->file, t->name);
	if (*s->l->file[t->file].link != '\0')
		put(&s->head, "# ", s->l->file[t->file].link, " its name\n");
	for (size_t i = 0; i < t->n_table; i++)
		add_hash(s, t->table[i], lists_path(s->l, t->table[i]));
	if (s->running == NULL || strcmp(s->running, t->reader) != 0) {
		put(&s->body, "read ", t->reader, "\n");
		s->running = t->reader;
	}
	/* of one that make cannot hold the link tells the name */
	put(&s->body,
	    lists_is_link(s->work, lists_path(s->l, t->file)) ? "link "
							      : "text ",
	    t->name, "\n");
}

/* ---- what there was before ---- */

/* A file without a shard: a name before letters and dots. */
static bool
see_old(void *arg, const char *path, const struct stat *st)
{
	const struct recipe *s = arg;
	const char *name = strrchr(path, '/') + 1;
	size_t len = strlen(name);

	(void)st;
	for (const char *dot = strchr(name, '.'); dot != NULL;
	     dot = strchr(dot + 1, '.'))
		if (dot[strspn(dot, ".abcdefghijklmnopqrstuvwxyz")] == '\0') {
			len = (size_t)(dot - name);
			break;
		}
	if (intern_find(&s->shard, name, len) == UINT32_MAX)
		disk_remove(path);
	return true;
}

static void
remove_old(struct recipe *s)
{
	static const char *const folder[] = {"shards", "counts"};
	const struct disk_walk w = {INT_MAX, true, see_old, s, NULL};

	for (size_t i = 0; i < 2; i++) {
		char *path = mem_join(s->work, "/", folder[i]);

		(void)disk_walk(path, &w);
		free(path);
	}
}

void
shards_plan(const struct lists *l, const char *work)
{
	struct recipe s = {.l = l, .work = work};
	char *path = mem_join(work, "/", "shards.list");
	uint64_t size = l->size > 0 ? l->size : 1;

	intern_open(&s.shard);
	for (size_t i = 0; i < l->n_text; i++) {
		struct hash h = hash_of(l->text[i].name);
		char name[16];

		add_text(&s, &l->text[i]);
		(void)snprintf(name, sizeof(name), "%06x%06x", (unsigned)h.one,
		    (unsigned)h.two);
		if (h.one % size == 0)
			end_shard(&s, name);
	}
	if (s.head.len > 0)
		end_shard(&s, "rest");
	remove_old(&s);
	buf_str(&s.names, "");
	disk_keep(path, &s.names);
	intern_free(&s.shard);
	buf_free(&s.names);
	buf_free(&s.head);
	buf_free(&s.body);
	free(path);
}

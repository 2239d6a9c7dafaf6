#include "unit.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/base/err.h"
#include "lib/text/slug.h"

void
unit_open(struct unit *u, struct clean *clean)
{
	u->now.clean = clean;
}

void
unit_begin(
    struct unit *u, const char *file, const char *id, const struct attrs *head)
{
	paras_clear(&u->now);
	attrs_clear(&u->head);
	attrs_merge(&u->head, head);
	free(u->id);
	u->id = mem_string(id);
	u->file = file;
	u->n_turn = 0;
	u->line = 0;
	u->n_cry = 0;
}

/* ---- one speech ---- */

/* The id as a safe name, numbered from 2 on where n is more than 1. */
static void
set_id(struct attrs *a, const char *id, const char *tail, uint64_t n,
    const char *file, uint64_t line)
{
	struct buf b = {0};
	char number[32] = "";

	slug_file(&b, id, strlen(id));
	if (b.len == 0)
		die_data(file, line,
		    "no letter or digit that could make an id: rename it, or "
		    "give it an xml:id");
	if (*tail != '\0') {
		buf_str(&b, "-");
		slug_file(&b, tail, strlen(tail));
	}
	if (n > 0)
		(void)snprintf(number, sizeof(number), "-%" PRIu64, n);
	buf_str(&b, number);
	attrs_setn(a, "id", b.s, b.len);
	buf_free(&b);
}

static void
put_group(struct unit *u, struct group *g, bool turns)
{
	char n[32];

	if (g->n_cry > 0) {
		(void)snprintf(n, sizeof(n), "%" PRIu64, g->n_cry);
		attrs_set(&g->a, "interruptions", n);
	}
	attrs_merge(&g->a, u->all);
	write_begin(u->w, &g->a, u->file, g->line);
	write_paras(u->w, &g->ps, turns);
	write_end(u->w);
	paras_clear(&g->ps);
	attrs_clear(&g->a);
}

static struct group *
new_group(struct unit *u)
{
	struct group *g;
	size_t had = u->cap;

	u->g = mem_grow(u->g, &u->cap, u->n + 1, sizeof(*u->g));
	if (u->cap > had)
		memset(u->g + had, 0, (u->cap - had) * sizeof(*u->g));
	g = &u->g[u->n++];
	g->ps.clean = u->now.clean;
	g->line = u->line;
	g->n_cry = 0;
	g->speaker = NONE;
	return g;
}

/* ---- turns ---- */

void
unit_turn(struct unit *u, uint64_t line)
{
	attrs_clear(&u->turn);
	u->line = line;
	u->n_cry = 0;
	u->n_turn++;
	u->inside = u->now.n;
}

/* All that is known of the turn. */
static void
complete(struct unit *u, struct attrs *a)
{
	const char *id = attrs_get(&u->turn, "id");

	attrs_merge(a, &u->head);
	attrs_merge(a, &u->turn);
	set_id(a, id != NULL ? id : u->id, "", id != NULL ? 0 : u->n_turn,
	    u->file, u->line);
	u->w->to.n_safe += id != NULL && strcmp(attrs_get(a, "id"), id) != 0;
	who_row(u->who, a, id != NULL ? id : attrs_get(a, "id"), u->id,
	    attrs_get(&u->head, "source"));
	who_name(u->who, a);
}

/* Of a only what b says too; the id is the caller's, a speaker may have several
 * roles, and in a file paragraphs tell who speaks. */
static void
keep_common(struct unit *u, struct attrs *a, const struct attrs *b)
{
	const char *role = attrs_get(b, "role");
	bool file = u->kind == UNIT_FILE;

	if (!file && role != NULL)
		attrs_join_once(a, "role", role, strlen(role));
	for (size_t i = a->n; i-- > 0;) {
		const char *name = a->a[i].name;
		const char *other = attrs_get(b, name);

		if (strcmp(name, "id") == 0 ||
		    (!file && strcmp(name, "role") == 0) ||
		    (other != NULL && strcmp(other, a->a[i].value) == 0))
			continue;
		if (strcmp(name, "speaker") != 0 && strcmp(name, "who") != 0)
			attrs_set(&u->vary, name, "yes");
		attrs_set(a, name, "");
	}
	for (size_t i = 0; i < b->n; i++) {
		const char *name = b->a[i].name;

		if (attrs_get(a, name) == NULL &&
		    strcmp(name, "speaker") != 0 && strcmp(name, "who") != 0)
			attrs_set(&u->vary, name, "yes");
	}
}

/* The speech of the speaker, made if it is not there. */
static struct group *
find_group(struct unit *u, uint32_t speaker, struct attrs *a)
{
	const char *name = attrs_get(a, "speaker");
	struct group *g;
	size_t same = 0;
	bool taken = true;

	for (size_t i = 0; i < u->n; i++)
		if (u->kind == UNIT_FILE || u->g[i].speaker == speaker) {
			keep_common(u, &u->g[i].a, a);
			return &u->g[i];
		}
	if (u->kind == UNIT_FILE)
		set_id(a, u->id, "", 0, u->file, u->line);
	while (u->kind == UNIT_SPEAKER && taken) {
		/* two names may be one in ASCII, or on a file system */
		set_id(a, u->id, name != NULL ? name : "unknown",
		    same == 0 ? 0 : same + 1, u->file, u->line);
		same++;
		taken = false;
		for (size_t i = 0; i < u->n; i++)
			taken |= strcasecmp(attrs_get(&u->g[i].a, "id"),
				     attrs_get(a, "id")) == 0;
	}
	g = new_group(u);
	g->speaker = speaker;
	attrs_merge(&g->a, a);
	return g;
}

bool
unit_turn_end(struct unit *u)
{
	struct attrs a = {0};
	struct group *g;
	const char *name;
	uint32_t speaker = NONE;

	complete(u, &a);
	if (u->now.n == u->inside) {
		attrs_free(&a);
		return false;
	}
	name = attrs_get(&a, "speaker");
	if (name != NULL)
		speaker = intern_add(&u->w->names, name, strlen(name));
	for (size_t i = u->inside; u->kind != UNIT_TURN && i < u->now.n; i++)
		u->now.p[i].who = speaker;
	if (u->kind == UNIT_TURN) {
		if (u->n > 0)
			put_group(u, &u->g[0], true);
		u->n = 0;
		g = new_group(u);
		attrs_merge(&g->a, &a);
	} else
		g = find_group(u, speaker, &a);
	g->n_cry += u->n_cry;
	u->last = (size_t)(g - u->g);
	paras_move(&g->ps, &u->now);
	attrs_free(&a);
	return true;
}

bool
unit_end(struct unit *u)
{
	bool turns = u->n > 0;
	struct group *last;

	if (!turns && u->now.n == 0)
		return false;
	if (!turns) { /* a plain text is a speech of its author */
		const char *author = attrs_get(&u->head, "author");

		u->line = u->now.p[0].line;
		last = new_group(u);
		u->last = 0;
		attrs_merge(&last->a, &u->head);
		set_id(&last->a, u->id, "", 0, u->file, u->line);
		if (author != NULL) {
			attrs_set(&last->a, "speaker", author);
			attrs_set(&last->a, "author", "");
		}
		who_row(u->who, &last->a, u->id, u->id,
		    attrs_get(&u->head, "source"));
		who_name(u->who, &last->a);
	}
	/* what stands behind the last turn goes with it */
	paras_move(&u->g[u->last].ps, &u->now);
	for (size_t i = 0; i < u->n; i++)
		put_group(u, &u->g[i], turns);
	u->n = 0;
	return true;
}

void
unit_free(struct unit *u)
{
	for (size_t i = 0; i < u->cap; i++) {
		paras_free(&u->g[i].ps);
		attrs_free(&u->g[i].a);
	}
	free(u->g);
	free(u->id);
	paras_free(&u->now);
	attrs_free(&u->turn);
	attrs_free(&u->head);
	attrs_free(&u->vary);
}

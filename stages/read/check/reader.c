#include "reader.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "read/common/anchor.h"
#include "read/common/turns_name.h"

static void
names_clear(struct reader_names *x)
{
	intern_free(&x->names);
	intern_open(&x->names);
	x->n_turn = 0;
}

void
reader_open(struct reader *r, struct findings *found)
{
	*r = (struct reader){.found = found};
	r->turns.stage = &r->stage;
	if (found->off[FIND_READER])
		return;
	stage_open(&r->stage);
	intern_open(&r->with.names);
	intern_open(&r->lone.names);
}

static void
add_turn(struct reader_names *x, const char *s, size_t len, uint64_t line)
{
	uint32_t known = x->names.n;
	uint32_t k = intern_add(&x->names, s, len);

	x->n = mem_grow(x->n, &x->cap, (size_t)k + 1, sizeof(*x->n));
	x->n[k] = k == known ? 1 : x->n[k] + 1;
	x->line = x->n_turn++ == 0 ? line : x->line;
}

/* As tribune new knows it, too. */
static bool
is_starred(const char *s, size_t len)
{
	return len > 6 &&
	    (memcmp(s, "**** *", 6) == 0 || memcmp(s, "0001 *", 6) == 0);
}

/* Can it be a name by itself, and is no number of an article? */
static bool
is_lone(const char *s, size_t len)
{
	if (!turns_lone_name(s, len) || span_words(s, len) > READER_WORDS)
		return false;
	for (size_t i = 0; i < len; i++)
		if (s[i] >= '0' && s[i] <= '9')
			return false;
	return true;
}

void
reader_see(struct reader *r, const char *s, size_t len, uint64_t line)
{
	struct span name;
	struct date d;
	bool whole = false;

	if (r->found->off[FIND_READER])
		return;
	if (is_starred(s, len))
		r->n_starred++;
	else if (anchor_published(s, len, &d, &whole) && whole)
		r->n_published++;
	else if (turns_who(&r->turns, s, len, &name))
		add_turn(&r->with, name.s, name.len, line);
	else if (is_lone(s, len))
		add_turn(&r->lone, s, len, line);
	if (r->line == 0 && r->n_starred + r->n_published > 0)
		r->line = line;
}

/* So many names come so often; the first two of them in text. */
static size_t
returning(const struct reader_names *x, uint64_t least, struct buf *text)
{
	size_t n = 0;

	for (uint32_t i = 0; i < x->names.n; i++) {
		if (x->n[i] < least)
			continue;
		if (n++ < 2) {
			buf_str(text, n > 1 ? ", " : "");
			buf_str(text, x->names.str[i].s);
		}
	}
	return n;
}

static bool
find_turns(const struct reader *r, size_t speech)
{
	const struct reader_names *x = &r->with;
	struct buf names = {0};
	bool found = x->n_turn >= READER_TURNS &&
	    returning(x, 2, &names) >= READER_NAMES;

	if (found)
		findings_warning(r->found, FIND_READER, speech, x->line,
		    "%" PRIu64 " turns of %" PRIu32
		    " speakers (%s%s): READ = read-text -u speaker",
		    x->n_turn, x->names.n, names.s,
		    x->names.n > 2 ? " ..." : "");
	buf_free(&names);
	return found;
}

static void
find_lone(const struct reader *r, size_t speech)
{
	struct buf names = {0};

	if (returning(&r->lone, READER_LONE, &names) >= READER_NAMES)
		findings_warning(r->found, FIND_READER, speech, r->lone.line,
		    "lines that may be names (%s ...): READ = read-text -S -u "
		    "speaker",
		    names.s);
	buf_free(&names);
}

void
reader_end(struct reader *r, size_t speech)
{
	if (r->found->off[FIND_READER])
		return;
	if (r->n_starred > 0)
		findings_warning(r->found, FIND_READER, speech, r->line,
		    "%" PRIu64 " line%s of IRaMuTeQ: READ = read-iramuteq",
		    r->n_starred, r->n_starred == 1 ? "" : "s");
	else if (r->n_published > 0 && !r->is_dump)
		findings_warning(r->found, FIND_READER, speech, r->line,
		    "%" PRIu64 " day%s of publication as in a web dump: READ = "
		    "read-dump",
		    r->n_published, r->n_published == 1 ? "" : "s");
	else if (!find_turns(r, speech))
		find_lone(r, speech);
	r->is_dump = false;
	r->n_starred = r->n_published = r->line = 0;
	names_clear(&r->with);
	names_clear(&r->lone);
}

void
reader_free(struct reader *r)
{
	stage_free(&r->stage);
	if (!r->found->off[FIND_READER]) {
		intern_free(&r->with.names);
		intern_free(&r->lone.names);
	}
	free(r->with.n);
	free(r->lone.n);
	turns_free(&r->turns);
}

#include "reader.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "read/common/anchor.h"

void
reader_open(struct check_reader *r, struct findings *found)
{
	*r = (struct check_reader){.found = found};
	r->turns.stage = &r->stage;
	if (found->off[FIND_READER])
		return;
	stage_open(&r->stage);
	intern_open(&r->names);
}

static void
add_turn(struct check_reader *r, const struct span *name)
{
	uint32_t known = r->names.n;
	uint32_t k = intern_add(&r->names, name->s, name->len);

	r->n = mem_grow(r->n, &r->cap, (size_t)k + 1, sizeof(*r->n));
	r->n[k] = k == known ? 1 : r->n[k] + 1;
	r->n_turn++;
}

/* As tribune new knows it, too. */
static bool
is_starred(const char *s, size_t len)
{
	return len > 6 &&
	    (memcmp(s, "**** *", 6) == 0 || memcmp(s, "0001 *", 6) == 0);
}

void
reader_see(struct check_reader *r, const char *s, size_t len, uint64_t line)
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
		add_turn(r, &name);
	else
		return;
	if (r->line == 0)
		r->line = line;
}

/* So many names come again; the first two of them in text. */
static size_t
returning(const struct check_reader *r, struct buf *text)
{
	size_t n = 0;

	for (uint32_t i = 0; i < r->names.n; i++) {
		if (r->n[i] < 2)
			continue;
		if (n++ < 2) {
			buf_str(text, n > 1 ? ", " : "");
			buf_str(text, r->names.str[i].s);
		}
	}
	return n;
}

static void
find_turns(const struct check_reader *r, size_t speech)
{
	struct buf names = {0};

	if (r->n_turn >= READER_TURNS && returning(r, &names) >= READER_NAMES)
		findings_warning(r->found, FIND_READER, speech, r->line,
		    "%" PRIu64 " turns of %" PRIu32
		    " speakers (%s%s): READ = read-text -u speaker",
		    r->n_turn, r->names.n, names.s,
		    r->names.n > 2 ? " ..." : "");
	buf_free(&names);
}

void
reader_end(struct check_reader *r, size_t speech)
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
	else
		find_turns(r, speech);
	r->is_dump = false;
	r->n_starred = r->n_published = r->n_turn = r->line = 0;
	intern_free(&r->names);
	intern_open(&r->names);
}

void
reader_free(struct check_reader *r)
{
	stage_free(&r->stage);
	if (!r->found->off[FIND_READER])
		intern_free(&r->names);
	free(r->n);
	turns_free(&r->turns);
}

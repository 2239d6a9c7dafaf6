/* read-dump - a web dump of several speeches -> transcript; see read-dump.1 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/text/slug.h"
#include "page.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/stage.h"
#include "read/common/transcript.h"

enum {
	HASH_DIGITS = 8
};

struct opts {
	const char *encoding;
	struct attrs all; /* -a */
	bool no_stage;    /* -X */
};

/* ---- ids ---- */

struct ref {
	struct speech *sp;
	char *id; /* with its hash, or NULL */
};

static int
by_id(const void *a, const void *b)
{
	const struct ref *x = a;
	const struct ref *y = b;

	return strcmp(attrs_get(&x->sp->at, "id"), attrs_get(&y->sp->at, "id"));
}

/* The id and what the speech itself says: its order does not matter. */
static char *
hashed_id(const struct dump *dump, const struct speech *sp)
{
	struct buf b = {0};
	char hex[20];
	uint64_t h = 0;

	for (size_t i = sp->title; i < sp->to; i++)
		h = slug_hash(
		    h, dump_str(dump, &dump->line[i]), dump->line[i].len);
	(void)snprintf(hex, sizeof(hex), "-%016" PRIx64, h);
	buf_str(&b, attrs_get(&sp->at, "id"));
	buf_mem(&b, hex, 1 + HASH_DIGITS);
	return b.s;
}

static void
part_ids(struct dump *dump)
{
	struct ref *by = mem_new(dump->n_speech, sizeof(*by));

	for (size_t i = 0; i < dump->n_speech; i++)
		by[i].sp = &dump->speech[i];
	qsort(by, dump->n_speech, sizeof(*by), by_id);
	for (size_t i = 0; i + 1 < dump->n_speech; i++)
		if (by_id(&by[i], &by[i + 1]) == 0) {
			if (by[i].id == NULL)
				by[i].id = hashed_id(dump, by[i].sp);
			by[i + 1].id = hashed_id(dump, by[i + 1].sp);
		}
	for (size_t i = 0; i < dump->n_speech; i++)
		if (by[i].id != NULL) {
			attrs_set(&by[i].sp->at, "id", by[i].id);
			free(by[i].id);
		}
	free(by);
}

/* ---- writing ---- */

/* What speeches are written with. */
struct pen {
	struct dump *dump;
	struct transcript to;
	struct stage stage;
	const char *file;
};

static void
put_line(struct pen *t, const struct line *l)
{
	struct dump *dump = t->dump;
	size_t skip = l->mark > 0 ? l->text : 0;
	struct para p = {.line = l->no,
	    .type = l->type,
	    .section = l->section,
	    .mark = dump_str(dump, l),
	    .mark_len = l->mark};

	stage_put(&t->stage, &t->to, t->file, &p, dump_str(dump, l) + skip,
	    l->len - skip);
}

/* Returns how many list signs were set apart. */
static uint64_t
put_speech(struct pen *t, struct speech *sp)
{
	struct dump *dump = t->dump;
	uint64_t n = 0;

	t->file = sp->file;
	transcript_speech(&t->to, &sp->at, sp->file, dump->line[sp->title].no);
	for (size_t i = sp->front; i < sp->title; i++)
		if (is_type(&dump->line[i], "front"))
			put_line(t, &dump->line[i]);
	for (size_t i = sp->from; i < sp->to; i++) {
		put_line(t, &dump->line[i]);
		n += dump->line[i].mark > 0;
	}
	transcript_end(&t->to);
	return n;
}

static void
report(const struct dump *dump, uint64_t n_marks)
{
	clean_note(&dump->clean);
	if (n_marks > 0)
		note("%" PRIu64 " list sign%s set apart (attribute mark)",
		    n_marks, n_marks == 1 ? "" : "s");
	if (dump->n_front > 0)
		note("%" PRIu64 " line%s above a first title kept as text "
		     "(type front)",
		    dump->n_front, dump->n_front == 1 ? "" : "s");
	if (dump->n_bare > 0)
		note("%" PRIu64 " speech%s without text", dump->n_bare,
		    dump->n_bare == 1 ? "" : "es");
}

static void
run(struct opts *o, char **files, int n)
{
	struct dump dump = {.all = &o->all};
	struct pen t = {.dump = &dump};
	uint64_t n_marks = 0;

	if (n == 0)
		dump_read(&dump, NULL, o->encoding);
	for (int i = 0; i < n; i++)
		dump_read(&dump, files[i], o->encoding);
	part_ids(&dump);
	if (!o->no_stage)
		stage_open(&t.stage);
	transcript_open(&t.to);
	for (size_t i = 0; i < dump.n_speech; i++)
		n_marks += put_speech(&t, &dump.speech[i]);
	transcript_close(&t.to);
	report(&dump, n_marks);
	stage_note(&t.stage);
	stage_free(&t.stage);
	dump_free(&dump);
	attrs_free(&o->all);
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "read-dump [-hqVvX] [-a name=value] ... [-e encoding] [file ...]",
	    "a web dump of several speeches, to transcript", "a:e:X"};
	struct opts o = {.encoding = ""};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			attrs_option(&o.all, optarg);
			break;
		case 'e':
			o.encoding = optarg;
			break;
		case 'X':
			o.no_stage = true;
			break;
		}
	run(&o, argv + optind, argc - optind);
	return RC_OK;
}

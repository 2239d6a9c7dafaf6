/* stats - one row of counts and figures a speech or part (stats.1) */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/boot.h"
#include "lib/stat/rng.h"
#include "lib/stream/tokid.h"
#include "lib/stream/vrt.h"
#include "lib/table/intern.h"
#include "lib/table/types.h"
#include "measure/common/mattr.h"
#include "measure/common/tally.h"
#include "tally_boot.h"
#include "units.h"

static const struct opt_page page = {
    "stats [-hqtVv] [-a attr,...] [-B reps] [-b attr] [-l level] [-s seed] "
    "[-w window] [file ...]",
    "counts and figures of each speech", "a:B:b:l:s:tw:"};

enum {
	WINDOW = 100,
	WINDOW_MAX = 1000000
};

/* A distinct token. */
struct known {
	uint32_t form;
	uint32_t stem;
	uint32_t letters;
	uint8_t kind;   /* enum tally_count */
	uint8_t person; /* enum tally_count */
	uint8_t mark;   /* enum tally_mark */
};

struct job {
	const struct units_opts *o;
	const struct tally_boot_opts *boot; /* reps is 0 without -B */
	struct vrt v;
	size_t kind; /* columns */
	size_t form;
	int stem;
	struct tokid tokens;
	struct known *known; /* by number of the token */
	size_t cap_known;
	struct intern forms;
	struct intern stems;
	struct buf plain;
	/* the text under way */
	struct tally t;
	struct types form_types;
	struct types stem_types;
	struct mattr mattr;
	bool question;
	bool exclamation;
	uint64_t sentence; /* words so far */
	struct units units;
	struct tally_boot samples;
};

/* ---- tokens ---- */

static enum tally_count
kind_of(const struct job *j)
{
	size_t len;
	const char *s = vrt_col(&j->v, j->kind, &len);
	enum tally_count k = tally_kind(s, len);

	if (k == TALLY_COUNTS)
		die_data(j->v.in.name, j->v.in.line,
		    "kind '%.*s' is none of w, n, p, s, u", (int)len, s);
	return k;
}

static void
plain(struct job *j, size_t col)
{
	size_t len;
	const char *s = vrt_col(&j->v, col, &len);

	j->plain.len = 0;
	buf_mem(&j->plain, "", 0);
	vrt_plain(&j->plain, s, len);
}

/* A token not seen before. */
static void
resolve(struct job *j, uint32_t id)
{
	struct known k = {.kind = (uint8_t)kind_of(j)};

	plain(j, j->form);
	if (k.kind == TALLY_WORDS) {
		k.person = (uint8_t)tally_person(j->plain.s);
		k.letters = tally_letters(j->plain.s, j->plain.len);
		k.form = intern_add(&j->forms, j->plain.s, j->plain.len);
		types_room(&j->form_types, k.form + 1);
		mattr_room(&j->mattr, k.form + 1);
		if (j->stem >= 0) {
			plain(j, (size_t)j->stem);
			k.stem =
			    intern_add(&j->stems, j->plain.s, j->plain.len);
			types_room(&j->stem_types, k.stem + 1);
		}
	} else if (k.kind == TALLY_PUNCTUATION)
		k.mark = (uint8_t)tally_mark(j->plain.s);
	j->known = mem_grow(
	    j->known, &j->cap_known, (size_t)id + 1, sizeof(*j->known));
	j->known[id] = k;
}

static void
take_mark(struct job *j, enum tally_mark m)
{
	switch (m) {
	case TALLY_MARK_QUESTION:
		j->question = true;
		break;
	case TALLY_MARK_EXCLAMATION:
		j->exclamation = true;
		break;
	case TALLY_MARK_CLOSING:
		break;
	case TALLY_MARK_NONE:
		j->question = false;
		j->exclamation = false;
		break;
	}
}

static inline void
take_token(struct job *j)
{
	uint32_t n = j->tokens.keys.n;
	uint32_t id = tokid_get(&j->tokens, &j->v);
	const struct known *k;

	if (id == n)
		resolve(j, id);
	k = &j->known[id];
	j->t.n[TALLY_TOKENS]++;
	j->t.n[k->kind]++;
	take_mark(j, (enum tally_mark)k->mark);
	if (k->kind != TALLY_WORDS)
		return;
	j->sentence++;
	j->t.n[TALLY_LETTERS] += k->letters;
	if (k->person != TALLY_COUNTS)
		j->t.n[k->person]++;
	types_add(&j->form_types, k->form);
	if (j->stem >= 0)
		types_add(&j->stem_types, k->stem);
	mattr_add(&j->mattr, k->form);
}

static void
end_sentence(struct job *j)
{
	j->t.n[TALLY_SENTENCES]++;
	j->t.n[TALLY_QUESTIONS] += j->question;
	j->t.n[TALLY_EXCLAMATIONS] += j->exclamation;
	if (j->sentence > j->t.n[TALLY_LONGEST])
		j->t.n[TALLY_LONGEST] = j->sentence;
	if (j->boot->by_sentence)
		tally_boot_cut(&j->samples, &j->t);
}

/* ---- texts ---- */

static void
begin_sentence(struct job *j)
{
	if (j->boot->by_sentence)
		tally_boot_cut(&j->samples, &j->t);
	j->sentence = 0;
	j->question = false;
	j->exclamation = false;
}

static void
begin_text(struct job *j)
{
	j->t = (struct tally){0};
	types_clear(&j->form_types);
	types_clear(&j->stem_types);
	mattr_clear(&j->mattr);
	begin_sentence(j);
}

/* With -B, instead of a row: a text is a unit, or its sentences are. */
static void
add_sample(struct job *j)
{
	const struct part *p = &j->units.part;
	size_t len;
	const char *id = intern_s(&p->names, p->cur, &len);

	/* only what has no id may come twice */
	tally_boot_text(&j->samples, &j->t, p->cur,
	    j->o->part == NULL && strcmp(id, "NA") != 0);
}

/* Ends a speech, or the text before, between or behind speeches, which is a
 * row of its own if there is any. */
static void
end_text(struct job *j, bool speech)
{
	if (!speech && j->t.n[TALLY_TOKENS] == 0) {
		begin_text(j);
		return;
	}
	if (!speech)
		units_outside(&j->units);
	j->t.n[TALLY_SPEECHES] = speech;
	j->t.window_types = j->mattr.types;
	j->t.windows = j->mattr.windows;
	if (j->boot->reps > 0)
		add_sample(j);
	else
		units_add(&j->units, &j->t, &j->form_types, &j->stem_types);
	begin_text(j);
}

static void
begin_speech(struct job *j)
{
	end_text(j, false);
	units_enter(&j->units, &j->v);
}

static void
open_tag(struct job *j)
{
	switch (j->v.tag) {
	case TAG_SPEECH:
		begin_speech(j);
		break;
	case TAG_P:
		j->t.n[TALLY_PARAGRAPHS]++;
		break;
	case TAG_S:
		begin_sentence(j);
		break;
	case TAG_OTHER:
		break;
	}
}

static void
run(struct job *j)
{
	begin_text(j);
	for (;;)
		switch (vrt_next(&j->v)) {
		case VRT_END:
			end_text(j, false);
			return;
		case VRT_TOKEN:
			take_token(j);
			break;
		case VRT_OPEN:
			open_tag(j);
			break;
		case VRT_CLOSE:
			if (j->v.tag == TAG_SPEECH)
				end_text(j, true);
			else if (j->v.tag == TAG_S)
				end_sentence(j);
			break;
		default:
			break;
		}
}

/* ---- the program ---- */

static void
parse_attrs(struct units_opts *o, char *arg)
{
	char *s;

	while ((s = strsep(&arg, ",")) != NULL) {
		if (*s == '\0')
			opt_refuse(&page, "option -a: an empty name");
		if (o->n_attr == UNITS_ATTRS)
			die_usage(
			    "option -a: more than %d attributes", UNITS_ATTRS);
		if (units_column(s))
			die_usage("option -a: '%s' is a column already", s);
		for (size_t i = 0; i < o->n_attr; i++)
			if (strcmp(o->attr[i], s) == 0)
				die_usage("option -a: '%s' twice", s);
		o->attr[o->n_attr++] = s;
	}
}

static void
open_job(struct job *j, char **files, int n)
{
	tokid_open(&j->tokens);
	intern_open(&j->forms);
	intern_open(&j->stems);
	mattr_open(&j->mattr, j->o->window);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	j->kind = vrt_column(&j->v, "kind");
	j->form = vrt_column(&j->v, "form");
	j->stem = vrt_has(&j->v, "stem");
	tokid_column(&j->tokens, (int)j->kind);
	tokid_column(&j->tokens, (int)j->form);
	tokid_column(&j->tokens, j->stem);
	units_open(&j->units, j->o, j->stem >= 0);
	tally_boot_open(&j->samples, j->boot, &j->units.part.names);
}

static void
close_job(struct job *j)
{
	vrt_close(&j->v);
	tokid_free(&j->tokens);
	free(j->known);
	intern_free(&j->forms);
	intern_free(&j->stems);
	buf_free(&j->plain);
	types_free(&j->form_types);
	types_free(&j->stem_types);
	mattr_free(&j->mattr);
	tally_boot_free(&j->samples);
	units_free(&j->units);
}

static void
read_options(
    struct units_opts *o, struct tally_boot_opts *boot, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			parse_attrs(o, optarg);
			break;
		case 'B':
			boot->reps = (uint32_t)opt_u64(
			    ch, optarg, BOOT_REPS_MIN, BOOT_REPS_MAX);
			break;
		case 'b':
			o->part = optarg;
			break;
		case 'l':
			boot->level = opt_real(ch, optarg, 0.01, 0.9999);
			break;
		case 's':
			boot->seed = opt_u64(ch, optarg, 0, UINT64_MAX);
			break;
		case 't':
			o->total = true;
			break;
		case 'w':
			o->window = opt_u64(ch, optarg, 1, WINDOW_MAX);
			break;
		}
	if (boot->reps > 0 && o->n_attr > 0)
		opt_refuse(&page, "-a has no place in the table of -B");
	boot->by_sentence = boot->reps > 0 && o->part == NULL;
	boot->total = o->total;
	boot->window = o->window;
}

int
main(int argc, char **argv)
{
	struct units_opts o = {.window = WINDOW};
	struct tally_boot_opts boot = {.level = 0.95, .seed = STAT_RNG_SEED};
	struct job j = {.o = &o, .boot = &boot};
	struct out out;

	err_init(argv[0]);
	read_options(&o, &boot, argc, argv);
	open_job(&j, argv + optind, argc - optind);
	run(&j);
	out_stdout(&out);
	if (boot.reps > 0)
		tally_boot_put(&j.samples, &out);
	else
		units_put(&j.units, &out);
	out_close(&out);
	part_note(&j.units.part);
	close_job(&j);
	return RC_OK;
}

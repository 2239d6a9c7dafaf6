/* read-iramuteq(1) - IRaMuTeQ and Alceste corpora -> transcript */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/text/slug.h"
#include "modality.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/metadata.h"
#include "read/common/naming.h"
#include "read/common/stage.h"
#include "read/common/transcript.h"
#include "read/common/wrap.h"
#include "starred.h"

struct opts {
	const char *encoding;
	struct attrs all; /* -a */
	struct naming naming;
	bool by_blank; /* -j */
	bool no_stage; /* -X */
};

/* What is told of the star lines and the text. */
enum tell {
	TWICE,
	LOOSE,
	EMPTY,
	BEHIND,
	ODD,
	TELLS
};

/* How often, and where first. */
struct seen {
	uint64_t n;
	uint64_t line;
	const char *file;
};

struct job {
	struct opts o;
	struct transcript to;
	struct clean clean;
	struct stage stage;
	struct seen seen[TELLS];
	struct missed bare;
	uint64_t n_date_text;
	/* the file under way */
	struct in in;
	uint64_t n_text;
	enum starred_kind kind; /* of its first mark */
	/* the text under way */
	struct attrs now;
	char *section;
	struct wrap para;
	uint64_t n_para;
	bool begun;
};

static void
count(struct job *j, enum tell what, uint64_t n)
{
	struct seen *seen = &j->seen[what];

	if (n > 0 && seen->n == 0) {
		seen->file = j->in.name;
		seen->line = j->in.line;
	}
	seen->n += n;
}

/* ---- a text's variables ---- */

static void
set_variable(struct job *j, const char *name, const char *s, size_t len)
{
	switch (modality_set(&j->now, name, s, len)) {
	case MODALITY_TWICE:
		count(j, TWICE, 1);
		break;
	case MODALITY_NO_DATE:
		j->n_date_text++;
		break;
	case MODALITY_SET:
		break;
	}
}

static void
read_variables(struct job *j, char *s, size_t len)
{
	struct starred v = {.s = s, .len = len};
	struct buf name = {0};

	while (starred_next(&v)) {
		name.len = 0;
		if (v.name_len > 0)
			naming_put(&j->o.naming, &name, v.name, v.name_len);
		if (name.len == 0)
			die_data(j->in.name, j->in.line,
			    "'%.*s' where a variable should be: write "
			    "*name_value, no blank behind the star",
			    (int)v.word_len, v.word);
		if (v.value == NULL)
			set_variable(j, name.s, "yes", 3);
		else if (v.value_len == 0)
			count(j, EMPTY, 1);
		else
			set_variable(j, name.s, v.value, v.value_len);
	}
	count(j, LOOSE, v.n_loose);
	buf_free(&name);
}

/* The id from the variables of -i, those that the text has. */
static void
id_from(struct job *j, struct buf *id)
{
	const struct naming *t = &j->o.naming;
	struct buf name = {0};
	struct buf b = {0};

	for (size_t i = 0; i < t->n_id; i++) {
		const char *v;

		name.len = 0;
		naming_put(t, &name, t->id[i], strlen(t->id[i]));
		if (name.len == 0 || (v = attrs_get(&j->now, name.s)) == NULL)
			continue;
		buf_str(&b, b.len > 0 ? "-" : "");
		buf_str(&b, v);
	}
	if (t->n_id == 0 && attrs_get(&j->now, "id") != NULL)
		buf_str(&b, attrs_get(&j->now, "id"));
	else if (b.len == 0 && t->n_id > 0)
		die_data(j->in.name, j->in.line,
		    "a text without the variable %s (option -i)", t->id[0]);
	if (b.len > 0) {
		slug_file(id, b.s, b.len);
		if (id->len == 0)
			die_data(j->in.name, j->in.line,
			    "no letter or digit that could make an id: name "
			    "another variable with -i");
		if (slug_id_cut(id))
			j->to.n_cut++;
		else
			j->to.n_safe += strcmp(id->s, b.s) != 0;
	}
	buf_free(&name);
	buf_free(&b);
}

static void
end_para(struct job *j)
{
	struct para p = {.line = j->para.line, .section = j->section};

	if (j->para.text.len > 0) {
		stage_put(&j->stage, &j->to, j->in.name, &p, j->para.text.s,
		    j->para.text.len);
		j->n_para++;
	}
	wrap_clear(&j->para);
}

static void
end_text(struct job *j)
{
	end_para(j);
	if (j->begun) {
		transcript_end(&j->to);
		if (j->n_para == 0)
			missed_add(&j->bare, attrs_get(&j->now, "id"));
	}
	free(j->section);
	j->section = NULL;
	j->n_para = 0;
	j->begun = false;
}

static void
begin_text(struct job *j, char *s, const struct starred_mark *m)
{
	struct buf id = {0};

	end_text(j);
	attrs_clear(&j->now);
	j->n_text++;
	read_variables(j, s + m->from, m->len);
	if (m->kind == STARRED_NUMBER && attrs_get(&j->now, "number") == NULL)
		attrs_setn(&j->now, "number", s, m->number_len);
	id_from(j, &id);
	if (id.len == 0)
		naming_running(&id, j->in.name, j->n_text);
	else if (intern_find(&j->to.ids, id.s, id.len) != UINT32_MAX)
		die_data(j->in.name, j->in.line,
		    "id '%s' is given twice: take more variables with -i, or "
		    "another one",
		    id.s);
	if (attrs_get(&j->now, "id") != NULL && j->o.naming.n_id > 0 &&
	    strcmp(attrs_get(&j->now, "id"), id.s) != 0)
		attrs_set(&j->now, "id_text", attrs_get(&j->now, "id"));
	attrs_setn(&j->now, "id", id.s, id.len);
	if (*transcript_source(j->in.name) != '\0')
		attrs_set(&j->now, "source", transcript_source(j->in.name));
	attrs_merge(&j->now, &j->o.all);
	transcript_speech(&j->to, &j->now, j->in.name, j->in.line);
	j->begun = true;
	buf_free(&id);
}

/* ---- lines ---- */

static void
put_text(struct job *j, const char *s, size_t len, bool soft)
{
	struct para p = {.line = j->in.line, .section = j->section};

	if (!j->begun)
		die_data(j->in.name, j->in.line,
		    "text before the first line '**** *name_value': not an "
		    "IRaMuTeQ corpus? (read-text reads plain texts)");
	if (starred_within(s, len))
		die_data(j->in.name, j->in.line,
		    "a mark '**** *name' within a line: begin a line with it, "
		    "or take its stars out");
	if (starred_looks(s, len))
		count(j, ODD, 1);
	if (j->o.by_blank) {
		wrap_add(&j->para, j->in.line, s, len, soft);
		return;
	}
	stage_put(&j->stage, &j->to, j->in.name, &p, s, len);
	j->n_para++;
}

/* A thematic mark; what stands behind its word is text. */
static void
begin_theme(struct job *j, char *s, const struct starred_mark *m)
{
	end_para(j);
	free(j->section);
	j->section = mem_copy(s + 2, m->from - 2);
	s += m->from;
	if (m->len > 0) {
		size_t skip = 0;

		while (skip < m->len && s[skip] == ' ')
			skip++;
		count(j, BEHIND, 1);
		put_text(j, s + skip, m->len - skip, false);
	}
}

static void
put_line(struct job *j, char *s, size_t len)
{
	bool soft = j->o.by_blank && wrap_soft(s, len);
	struct starred_mark m;

	clean_line(&j->clean, &s, &len);
	if (len == 0) {
		end_para(j);
		return;
	}
	(void)starred_mark(s, len, j->kind, &m);
	if (m.kind == STARRED_THEME && j->begun) {
		begin_theme(j, s, &m);
	} else if (m.kind == STARRED_STARS || m.kind == STARRED_NUMBER) {
		if (j->kind == STARRED_TEXT)
			j->kind = m.kind;
		begin_text(j, s, &m);
	} else {
		put_text(j, s, len, soft);
	}
}

static void
read_file(struct job *j, const char *path)
{
	char *s;
	size_t len;

	in_open(&j->in, path, j->o.encoding);
	j->n_text = 0;
	j->kind = STARRED_TEXT;
	while (in_line(&j->in, &s, &len))
		put_line(j, s, len);
	end_text(j);
	if (j->n_text == 0)
		die_data(j->in.name, 0, "no text: leave the file out");
	clean_file(&j->clean, &j->in);
	in_close(&j->in);
}

/* ---- the run ---- */

static void
report(struct job *j)
{
	static const char *const say[TELLS][2] = {
	    {ERR_WORDS("variable given twice in a text: values joined by ';'"),
		ERR_WORDS("variables given twice in a text, the first here: "
			  "values joined by ';'")},
	    {ERR_WORDS("blank amiss in a star line: what has no star of its "
		       "own belongs to the variable before it"),
		ERR_WORDS("blanks amiss in star lines, the first here: what "
			  "has no star of its own belongs to the variable "
			  "before it")},
	    {ERR_WORDS("variable without a value behind its _: left out"),
		ERR_WORDS("variables without a value behind their _, the first "
			  "here: left out")},
	    {ERR_WORDS("line with words behind its theme: they are text"),
		ERR_WORDS("lines with words behind their theme, the first "
			  "here: they are text")},
	    {ERR_WORDS("line looks like a mark: kept as text"),
		ERR_WORDS("lines look like marks, the first here: kept as "
			  "text")}};
	struct buf b = {0};

	clean_note(&j->clean);
	stage_note(&j->stage);
	for (size_t k = 0; k < TELLS; k++)
		if (j->seen[k].n > 0)
			note("%s:%" PRIu64 ": %" PRIu64 " %s", j->seen[k].file,
			    j->seen[k].line, j->seen[k].n,
			    err_said(say[k][j->seen[k].n > 1]));
	if (j->n_date_text > 0)
		note("%" PRIu64 " date%s not understood: kept as date_text",
		    j->n_date_text, j->n_date_text == 1 ? "" : "s");
	missed_say(
	    &b, &j->bare, "speech without text", "speeches without text");
	if (b.len > 0)
		note("%s", b.s);
	buf_free(&b);
	missed_free(&j->bare);
}

static void
run(struct job *j, char **files, int n)
{
	if (!j->o.no_stage)
		stage_open(&j->stage);
	transcript_open(&j->to);
	if (n == 0)
		read_file(j, NULL);
	for (int i = 0; i < n; i++)
		read_file(j, files[i]);
	transcript_close(&j->to);
	report(j);
	clean_free(&j->clean);
	stage_free(&j->stage);
	attrs_free(&j->now);
	attrs_free(&j->o.all);
	naming_free(&j->o.naming);
	buf_free(&j->para.text);
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "read-iramuteq [-hjqVvX] [-a name=value] ... [-e encoding] "
	    "[-i variable,...] [-r variable=name] ... [file ...]",
	    "IRaMuTeQ and Alceste corpora, to transcript", "a:e:i:jr:X"};
	struct job j = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			attrs_option(&j.o.all, optarg);
			break;
		case 'e':
			j.o.encoding = optarg;
			break;
		case 'i':
			naming_ids(&j.o.naming, optarg);
			break;
		case 'j':
			j.o.by_blank = true;
			break;
		case 'r':
			naming_rename(&j.o.naming, optarg);
			break;
		case 'X':
			j.o.no_stage = true;
			break;
		}
	run(&j, argv + optind, argc - optind);
	return RC_OK;
}

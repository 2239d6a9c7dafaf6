/* check - find what is wrong with the speeches of a study; see check.1 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "finding.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/vrt.h"
#include "lib/table/intern.h"
#include "meta.h"
#include "read/common/attrs.h"
#include "text.h"

struct opts {
	uint64_t min;
	double least;
	bool text;
};

struct job {
	struct opts o;
	struct vrt in;
	struct out out;
	struct findings found;
	struct meta meta;
	struct check_text text;
	struct attrs attrs; /* of the speech under way */
	struct intern ids;
	size_t *first; /* by number of the id: the speech */
	size_t cap;
	size_t speech;
	bool inside;
	bool sourced;   /* lines are those of the source */
	enum kind kind; /* of the paragraph */
	uint64_t line;  /* of the paragraph, 0 if not known */
	uint64_t n_outside;
};

static void
collect(const char *name, const char *value, void *arg)
{
	struct attrs *a = arg;

	attrs_set(a, name, value);
}

static void
see_id(struct job *j, const char *id)
{
	uint32_t n = j->ids.n;
	uint32_t k = intern_add(&j->ids, id, strlen(id));
	const struct finding_speech *s;

	j->first =
	    mem_grow(j->first, &j->cap, (size_t)k + 1, sizeof(*j->first));
	if (k == n) {
		j->first[k] = j->speech;
		return;
	}
	s = &j->found.speech[j->first[k]];
	findings_error(&j->found, FIND_ID, j->speech, 0,
	    "the id is that of another speech (%s:%" PRIu64 ")", s->file,
	    s->line);
}

static void
open_speech(struct job *j)
{
	const char *source;

	attrs_clear(&j->attrs);
	vrt_attrs(&j->in, collect, &j->attrs);
	source = attrs_get(&j->attrs, "source");
	j->sourced = source != NULL;
	j->inside = true;
	j->kind = OWN;
	j->line = 0;
	j->speech = findings_speech(&j->found, attrs_get(&j->attrs, "id"),
	    j->sourced ? source : j->in.in.name);
	if (!j->sourced)
		j->found.speech[j->speech].line = j->in.in.line;
	see_id(j, attrs_get(&j->attrs, "id"));
	meta_speech(&j->meta, j->speech, &j->attrs);
	text_begin(&j->text, j->speech);
}

static void
open_paragraph(struct job *j)
{
	const char *s = vrt_attr(&j->in, "line");
	const char *type;
	struct finding_speech *speech = &j->found.speech[j->speech];

	j->line = 0;
	if (j->sourced && s != NULL)
		for (; *s >= '0' && *s <= '9' && j->line < 1000000000; s++)
			j->line = j->line * 10 + (uint64_t)(*s - '0');
	if (speech->line == 0)
		speech->line = j->line;
	type = vrt_attr(&j->in, "type");
	j->kind = text_kind(type != NULL ? type : "");
	if ((s = vrt_attr(&j->in, "section")) != NULL)
		meta_section(&j->meta, j->speech, s);
}

static void
see_text(struct job *j)
{
	if (j->inside)
		text_paragraph(&j->text, j->in.line, j->in.len,
		    j->sourced ? j->line : j->in.in.line, j->kind);
	else
		j->n_outside++;
}

static void
read_all(struct job *j, char **files, int n)
{
	enum vrt_event ev;

	vrt_open(&j->in, files, n, VRT_TRANSCRIPT);
	j->in.repeats = true;
	while ((ev = vrt_next(&j->in)) != VRT_END) {
		if (ev == VRT_TEXT)
			see_text(j);
		else if (ev == VRT_OPEN && j->in.tag == TAG_SPEECH)
			open_speech(j);
		else if (ev == VRT_OPEN && j->in.tag == TAG_P && j->inside)
			open_paragraph(j);
		else if (ev == VRT_CLOSE && j->in.tag == TAG_SPEECH) {
			text_end(&j->text);
			j->inside = false;
		}
	}
	vrt_close(&j->in);
}

static void
summary(const struct job *j, uint64_t errors, uint64_t warnings)
{
	struct buf b = {0};

	if (j->n_outside > 0)
		buf_str(&b,
		    err_said("; text outside of speeches is not looked at"));
	note("%zu speech%s, %" PRIu64 " error%s, %" PRIu64 " warning%s%s",
	    j->found.n_speech, j->found.n_speech == 1 ? "" : "es", errors,
	    errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s",
	    b.len > 0 ? b.s : "");
	buf_free(&b);
}

static int
run(struct job *j, char **files, int n)
{
	uint64_t errors;

	intern_open(&j->ids);
	meta_open(&j->meta, &j->found);
	text_open(&j->text, &j->found, j->o.least, j->o.min);
	read_all(j, files, n);
	meta_finish(&j->meta);
	text_finish(&j->text);
	findings_sort(&j->found);
	out_stdout(&j->out);
	if (j->o.text)
		findings_report(&j->found, &j->out);
	else
		findings_table(&j->found, &j->out);
	out_close(&j->out);
	errors = findings_count(&j->found, true);
	summary(j, errors, findings_count(&j->found, false));
	meta_free(&j->meta);
	text_free(&j->text);
	findings_free(&j->found);
	intern_free(&j->ids);
	free(j->first);
	attrs_free(&j->attrs);
	return errors > 0 ? RC_DATA : RC_OK;
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "check [-hqtVv] [-D from,to] [-j least] [-n words] [-r names] "
	    "[-x kinds] [file ...]",
	    "find what is wrong with the speeches of a study", "D:j:n:r:tx:"};
	struct job j = {.o = {.min = 100, .least = 0.8}};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'D':
			meta_range(&j.meta, optarg);
			break;
		case 'j':
			j.o.least = opt_real(ch, optarg, 0.1, 1);
			break;
		case 'n':
			j.o.min = opt_u64(ch, optarg, 0, UINT32_MAX);
			break;
		case 'r':
			j.meta.required = optarg;
			break;
		case 't':
			j.o.text = true;
			j.found.people = true;
			break;
		case 'x':
			findings_leave_out(&j.found, optarg);
			break;
		}
	return run(&j, argv + optind, argc - optind);
}

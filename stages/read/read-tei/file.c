/* A file of TEI: its headers, its texts, and what stands beside them. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "read/common/filename.h"
#include "read/common/languages.h"
#include "tei.h"

static void
begin_tei(struct tei *t, const char **attr)
{
	const char *id = xml_attr(attr, "xml:id");
	const char *source = transcript_source(t->xml.name);
	size_t len = 5;
	const char *stem = "stdin";
	char n[32];

	if (*source != '\0')
		stem = filename_stem(source, &len);
	t->n_tei++;
	t->id.len = 0;
	buf_mem(&t->id, id != NULL ? id : stem, id != NULL ? strlen(id) : len);
	if (id == NULL && t->n_tei > 1) {
		(void)snprintf(n, sizeof(n), "-%" PRIu64, t->n_tei);
		buf_str(&t->id, n);
	}
	buf_mem(&t->id, "", 0);
	attrs_clear(&t->head.a);
	attrs_merge(&t->head.a, &t->corpus);
	t->in_tei = true;
}

/* The root, a corpus's parts, and what stands beside text and header. */
static void
open_outside(struct tei *t, const char *name, const char **attr)
{
	const char *local = xml_local(name);
	const char *lang = xml_attr(attr, "xml:lang");
	bool tei = strcmp(local, "TEI") == 0 || strcmp(local, "TEI.2") == 0;

	if (t->depth == 0 && strcmp(local, "listPerson") == 0)
		die_data(t->xml.name, xml_line(&t->xml),
		    "a list of persons: give it with -d, for the names of the "
		    "speakers");
	if (t->depth == 0 && !tei && strcmp(local, "teiCorpus") != 0)
		die_data(t->xml.name, xml_line(&t->xml),
		    "the root is <%s>, not <TEI> or <teiCorpus>", name);
	if (lang != NULL)
		t->other = !languages_want(t->languages, lang);
	if (tei)
		begin_tei(t, attr);
	else if (strcmp(local, "teiHeader") == 0) {
		head_begin(&t->head);
		t->head_depth = 1;
		return;
	} else if (strcmp(local, "text") == 0 && t->in_tei) {
		if (*transcript_source(t->xml.name) != '\0')
			attrs_set(&t->head.a, "source",
			    transcript_source(t->xml.name));
		unit_begin(&t->u, t->xml.name, t->id.s, &t->head.a);
		t->n_text++;
		set_language(t, tei_push(t, DIV), attr);
		return;
	}
	t->depth++;
}

static void
on_open(void *arg, const char *name, const char **attr)
{
	struct tei *t = arg;

	t->n_include += strcmp(xml_local(name), "include") == 0;
	if (t->n_frame == 0)
		persons_open(&t->persons, xml_local(name), attr);
	if (t->skip > 0)
		t->skip++;
	else if (t->head_depth > 0) {
		t->head_depth++;
		head_open(&t->head, xml_local(name), attr);
	} else if (t->n_frame > 0)
		open_in_text(t, name, attr);
	else
		open_outside(t, name, attr);
}

static void
on_text(void *arg, const char *s, size_t len)
{
	struct tei *t = arg;

	if (t->n_frame == 0)
		persons_text(&t->persons, s, len);
	if (t->skip > 0)
		return;
	if (t->head_depth > 0)
		head_text(&t->head, s, len);
	else if (t->n_frame > 0)
		tei_text(t, s, len);
}

static void
on_close(void *arg, const char *name)
{
	struct tei *t = arg;

	if (t->n_frame == 0)
		persons_close(&t->persons);
	if (t->skip > 0)
		t->skip--;
	else if (t->head_depth > 1) {
		t->head_depth--;
		head_close(&t->head);
	} else if (t->head_depth == 1) {
		t->head_depth = 0;
		head_end(&t->head);
		if (!t->in_tei)
			attrs_merge(&t->corpus, &t->head.a);
	} else if (t->n_frame > 0) {
		close_in_text(t);
		if (t->n_frame == 0)
			t->n_speech_text += unit_end(&t->u);
	} else {
		t->depth--;
		if (strcmp(xml_local(name), "TEI") == 0 ||
		    strcmp(xml_local(name), "TEI.2") == 0)
			t->in_tei = false;
	}
}

/* The parts of a text that stand in other files are not read. */
static void
tell_includes(const struct tei *t, bool text)
{
	if (text)
		note("%s: %" PRIu64 " other file%s named there (<xi:include>) "
		     "not read: give %s too",
		    t->xml.name, t->n_include, t->n_include == 1 ? "" : "s",
		    t->n_include == 1 ? "it" : "them");
	else
		note("%s: left out: no text of its own, but the name%s of "
		     "%" PRIu64 " other file%s (<xi:include>): give %s, and "
		     "this one with -d if it has names of speakers",
		    t->xml.name, t->n_include == 1 ? "" : "s", t->n_include,
		    t->n_include == 1 ? "" : "s",
		    t->n_include == 1 ? "it" : "them");
}

static void
begin_file(struct tei *t)
{
	attrs_clear(&t->corpus);
	attrs_clear(&t->head.a);
	persons_clear(&t->persons);
	t->depth = 0;
	t->n_tei = 0;
	t->n_text = 0;
	t->n_include = 0;
	t->other = false;
}

void
tei_read(struct tei *t, const char *path)
{
	uint64_t cut = t->c.cut_para;
	uint64_t n = t->n_speech_text;
	const char *name = path != NULL ? path : "<stdin>";
	bool text;

	t->xml = (struct xml){
	    .open = on_open, .close = on_close, .text = on_text, .arg = t};
	if (utf8_check(name, strlen(name)) < strlen(name))
		die_data(name, 0, "the file's name is not UTF-8: rename it");
	begin_file(t);
	xml_read(&t->xml, path, t->encoding);
	text = t->n_speech_text > n || t->c.cut_para > cut;
	if (t->n_include > 0)
		tell_includes(t, text);
	else if (!text)
		die_data(t->xml.name, 0, "%s: leave the file out",
		    err_said(
			t->n_text == 0 ? "no <text>" : "no text in <text>"));
}

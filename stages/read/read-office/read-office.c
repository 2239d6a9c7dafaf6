/* read-office - office files, web pages and PDF -> transcript; read-office.1 */
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ast.h"
#include "convert.h"
#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "read/common/plain.h"
#include "rtf.h"

struct office {
	struct plain plain; /* first: it is handed back */
	struct ast ast;
};

static const struct opt_page page = {
    "read-office [-hHqVvX] [-a name=value] ... [-d table [-k column]] "
    "[-M table] [-p pattern] [-u unit] [file ...]",
    "office files, web pages and PDF, to transcript", "a:d:Hk:M:p:u:X"};

/* What pandoc calls the kind of the file, "pdf", "json", or NULL. */
static const char *
kind_of(const char *path)
{
	static const char *const kind[][2] = {{"docx", "docx"}, {"odt", "odt"},
	    {"rtf", "rtf"}, {"html", "html"}, {"htm", "html"},
	    {"xhtml", "html"}, {"epub", "epub"}, {"pdf", "pdf"},
	    {"json", "json"}};
	const char *dot = strrchr(path, '.');

	for (size_t i = 0; dot != NULL && i < sizeof(kind) / sizeof(*kind); i++)
		if (strcasecmp(dot + 1, kind[i][0]) == 0)
			return kind[i][1];
	return NULL;
}

/* The checked text of a file, in one piece. */
static json_t *
load_text(const char *path)
{
	const char *name = path != NULL ? path : "<stdin>";
	struct in in;
	struct buf b = {0};
	json_error_t e;
	json_t *json;
	char *s;
	size_t len;

	in_open(&in, path, NULL);
	while (in_line(&in, &s, &len)) {
		buf_mem(&b, s, len);
		buf_mem(&b, "\n", 1);
	}
	in_close(&in);
	json = json_loadb(b.s, b.len, 0, &e);
	if (json == NULL)
		die_data(name, (uint64_t)e.line, "no JSON: %s", e.text);
	buf_free(&b);
	return json;
}

static json_t *
load_document(const char *path, const char *from, const char *kind)
{
	/* a small file can unpack to more than there is memory for */
	const char *const argv[] = {"pandoc", "+RTS", "-M2G", "-RTS",
	    "--sandbox", "-f", kind, "-t", "json", from, NULL};
	int fd = convert_run(argv, path);
	json_error_t e;
	json_t *json = json_loadfd(fd, 0, &e);

	if (json == NULL)
		die_data(path, 0, "pandoc gave no JSON: %s", e.text);
	(void)close(fd);
	return json;
}

static void
open_memory(struct in *in, int fd, const char *name)
{
	char place[64];

	convert_path(place, sizeof(place), fd);
	in_open(in, place, NULL);
	in->name = name;
	(void)close(fd);
}

static void
open_pdf(struct plain *j, struct in *in, const char *path, const char *from)
{
	const char *const argv[] = {"pdftotext", "-layout", "-nopgbrk", "-enc",
	    "UTF-8", from, "-", NULL};
	int fd = convert_run(argv, path);
	struct stat st;

	if (fstat(fd, &st) == -1)
		die_sys(path);
	if (st.st_size < 2)
		die_data(path, 0,
		    "no text: a scan needs a program that reads pictures");
	j->o.by_blank = true;
	j->para.words = true;
	open_memory(in, fd, path);
}

static void
open_lines(struct plain *j, struct in *in, const json_t *json, const char *name)
{
	struct ast *a = &((struct office *)j)->ast;
	struct out o;
	int fd;

	ast_read(a, json, name);
	if (a->n == 0)
		die_data(name, 0, "no text: leave the file out");
	fd = convert_memory();
	out_open(&o, fd, name);
	out_mem(&o, a->text.s, a->text.len);
	out_flush(&o);
	buf_free(&o.b);
	j->title = *a->title.s != '\0' ? a->title.s : NULL;
	j->type = a->type;
	j->n_type = a->n;
	j->o.by_blank = false;
	open_memory(in, fd, name);
}

/* Is it there?  Of a name that is an option or an address a path is made. */
static char *
place_of(const char *path)
{
	struct buf b = {0};
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd == -1 || fstat(fd, &st) == -1)
		die_sys(path);
	(void)close(fd);
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		die_sys(path);
	}
	buf_str(&b, *path == '/' ? "" : "./");
	buf_str(&b, path);
	return b.s;
}

static void
open_file(struct plain *j, struct in *in, const char *path)
{
	char *from = place_of(path);
	const char *kind = kind_of(path);
	json_t *json;

	if (kind == NULL)
		die_data(path, 0,
		    "not .docx .odt .rtf .html .epub .pdf or pandoc's .json: "
		    "save it as one");
	if (strcmp(kind, "rtf") == 0)
		rtf_check(path);
	if (strcmp(kind, "pdf") == 0) {
		open_pdf(j, in, path, from);
	} else {
		json = strcmp(kind, "json") == 0
		    ? load_text(path)
		    : load_document(path, from, kind);
		open_lines(j, in, json, path);
		json_decref(json);
	}
	free(from);
}

static void
open_document(struct plain *j, struct in *in, const char *path)
{
	json_t *json;

	j->title = NULL;
	j->n_type = 0;
	if (path != NULL && strcmp(path, "-") != 0) {
		open_file(j, in, path);
		return;
	}
	json = load_text(NULL);
	open_lines(j, in, json, "<stdin>");
	json_decref(json);
}

int
main(int argc, char **argv)
{
	struct office o = {.plain.open = open_document};
	int ch;

	err_init(argv[0]);
	json_set_alloc_funcs(mem_block, free);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		plain_option(&o.plain, ch, optarg);
	plain_check(&o.plain, &page);
	plain_run(&o.plain, argv + optind, argc - optind);
	note_count(o.ast.n_note, "footnote left out", "footnotes left out");
	note_count(o.ast.n_mark, "mark of a footnote left out",
	    "marks of footnotes left out");
	ast_free(&o.ast);
	return RC_OK;
}

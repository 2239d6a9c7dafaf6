#include "xml.h"

#include <errno.h>
#include <expat.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/recode.h"
#include "lib/base/utf8.h"
#include "lib/text/utf.h"

enum {
	BLOCK = 256 * 1024,
	DEPTH = 1024
};

bool
xml_is(const char *path)
{
	char head[64];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t more = fd != -1 ? 1 : 0;
	ssize_t n = 0;
	ssize_t i = 0;

	if (fd == -1 && errno != ENOENT)
		die_sys(path);
	while (more != 0 && n < (ssize_t)sizeof(head)) {
		more = read(fd, head + n, sizeof(head) - (size_t)n);
		if (more == -1 && errno != EINTR)
			die_sys(path);
		n += more > 0 ? more : 0;
	}
	if (fd != -1)
		(void)close(fd);
	while (i < n && strchr(" \t\r\n\xEF\xBB\xBF", head[i]) != NULL)
		i++;
	return i < n && head[i] == '<';
}

uint64_t
xml_line(const struct xml *x)
{
	if (x->line != 0)
		return x->line;
	return XML_GetCurrentLineNumber(x->parser);
}

const char *
xml_local(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon != NULL ? colon + 1 : name;
}

const char *
xml_attr(const char **attr, const char *name)
{
	for (; *attr != NULL; attr += 2)
		if (strcmp(attr[0], name) == 0)
			return attr[1];
	return NULL;
}

/* ---- what expat calls ---- */

/* The text before a tag. */
static void
give_text(struct xml *x)
{
	if (x->line != 0)
		x->text(x->arg, x->run.s, x->run.len);
	x->run.len = 0;
	x->line = 0;
}

static void
on_open(void *arg, const XML_Char *name, const XML_Char **attr)
{
	struct xml *x = arg;

	x->idle = 0;
	give_text(x);
	if (++x->depth > DEPTH)
		die_data(x->name, xml_line(x),
		    "more than %d elements one in the other: ends that are "
		    "missing?",
		    DEPTH);
	x->open(x->arg, name, attr);
}

static void
on_close(void *arg, const XML_Char *name)
{
	struct xml *x = arg;

	x->idle = 0;
	give_text(x);
	x->depth--;
	x->close(x->arg, name);
}

static void
on_text(void *arg, const XML_Char *s, int len)
{
	struct xml *x = arg;

	x->idle = 0;
	if (x->line == 0)
		x->line = xml_line(x);
	buf_mem(&x->run, s, (size_t)len);
	if (x->run.len > IN_LINE_MAX)
		give_text(x);
}

/* Comments, declarations and all else that has no handler. */
static void
on_other(void *arg, const XML_Char *s, int len)
{
	struct xml *x = arg;

	(void)s;
	(void)len;
	x->idle = 0;
}

static void
on_doctype(void *arg, const XML_Char *name, const XML_Char *system,
    const XML_Char *public, int subset)
{
	const struct xml *x = arg;

	(void)name;
	(void)subset;
	if (system != NULL || public != NULL)
		die_data(x->name, xml_line(x),
		    "the DOCTYPE names another file ('%s'), which is not "
		    "read: take the DOCTYPE out",
		    system != NULL ? system : public);
}

static int
on_external(XML_Parser p, const XML_Char *context, const XML_Char *base,
    const XML_Char *system, const XML_Char *public)
{
	const struct xml *x = XML_GetUserData(p);

	(void)context;
	(void)base;
	die_data(x->name, xml_line(x),
	    "an entity stands for another file ('%s'), which is not read: put "
	    "its text in",
	    system != NULL       ? system
		: public != NULL ? public
				 : "");
}

static void
on_skipped(void *arg, const XML_Char *name, int parameter)
{
	const struct xml *x = arg;

	die_data(x->name, xml_line(x),
	    "the entity %c%s; is not known: write the sign itself",
	    parameter != 0 ? '%' : '&', name);
}

/* One byte of the encoding as a code point; -1 if it is none, -2 if it begins
 * a longer one. */
static int
code_of(iconv_t cd, unsigned char byte)
{
	char in = (char)byte;
	char out[16];
	char *src = &in;
	char *dst = out;
	size_t n = 1;
	size_t room = sizeof(out);
	size_t len;
	size_t rc;

	(void)iconv(cd, NULL, NULL, NULL, NULL);
	rc = iconv(cd, &src, &n, &dst, &room);
	if (rc == (size_t)-1)
		return errno == EINVAL ? -2 : -1;
	if (dst == out)
		return -2;
	return utf_get(out, dst, &len);
}

/* <?xml ... encoding="name"?>, which -e goes before. */
static void
on_declaration(
    void *arg, const XML_Char *version, const XML_Char *name, int alone)
{
	struct xml *x = arg;

	(void)version;
	(void)alone;
	if (x->encoding == NULL && name != NULL)
		x->encoding = mem_string(name);
}

static int
on_encoding(void *arg, const XML_Char *name, XML_Encoding *info)
{
	struct xml *x = arg;
	iconv_t cd = recode_open(name);

	if (cd == (iconv_t)-1)
		die_data(x->name, 1,
		    "no encoding '%s' is known: give the right one with -e",
		    name);
	for (int i = 0; i < 256; i++) {
		info->map[i] = code_of(cd, (unsigned char)i);
		if (info->map[i] == -2)
			die_data(x->name, 1,
			    "encoding '%s' has characters of several bytes: "
			    "convert the file first (iconv -f %s -t UTF-8), "
			    "and give -e UTF-8",
			    name, name);
	}
	(void)iconv_close(cd);
	x->unknown = true;
	info->data = NULL;
	info->convert = NULL;
	info->release = NULL;
	return XML_STATUS_OK;
}

/* ---- what is wrong ---- */

/* A byte that no character of the file can be. */
static void
bad_byte(const struct xml *x)
{
	int at = 0;
	int size = 0;
	const char *s = XML_GetInputContext(x->parser, &at, &size);
	uint64_t line = XML_GetCurrentLineNumber(x->parser);
	unsigned char c;
	int from = at;

	if (s == NULL || at >= size)
		return;
	c = (unsigned char)s[at];
	while (from > 0 && s[from - 1] != '\n')
		from--;
	if (c == 0)
		die_data(x->name, line, "byte %d: NUL byte: not a text",
		    at - from + 1);
	if (c < 0x20)
		die_data(x->name, line,
		    "byte %d: control character 0x%02X, which XML has not",
		    at - from + 1, c);
	if (c >= 0x80 && x->unknown)
		die_data(x->name, line,
		    "byte %d (0x%02X): not a character of %s", at - from + 1, c,
		    x->encoding);
	if (utf8_check(s + at, (size_t)(size - at)) == 0)
		die_data(x->name, line,
		    "byte %d (0x%02X): not UTF-8; say the encoding with -e "
		    "(windows-1252)",
		    at - from + 1, c);
}

static void
fail(const struct xml *x)
{
	enum XML_Error e = XML_GetErrorCode(x->parser);
	uint64_t line = XML_GetCurrentLineNumber(x->parser);

	if (e == XML_ERROR_NO_MEMORY) {
		errno = ENOMEM;
		die_sys(x->name);
	}
	if (e == XML_ERROR_INVALID_TOKEN || e == XML_ERROR_PARTIAL_CHAR)
		bad_byte(x);
	if (e == XML_ERROR_NO_ELEMENTS || e == XML_ERROR_UNCLOSED_TOKEN)
		die_data(x->name, line,
		    "the file ends before its elements do: it is cut");
	if (e == XML_ERROR_UNDEFINED_ENTITY)
		die_data(x->name, line,
		    "an entity that the file does not declare (&nbsp; or "
		    "so): write the sign itself");
	if (e == XML_ERROR_AMPLIFICATION_LIMIT_BREACH)
		die_data(
		    x->name, line, "its entities grow without bound: refused");
	die_data(x->name, line, "not well-formed XML: %s",
	    err_said(XML_ErrorString(e)));
}

/* ---- reading ---- */

static void
start(struct xml *x, const char *path, const char *encoding)
{
	XML_Parser p;

	x->name = "<stdin>";
	x->fd = STDIN_FILENO;
	if (path != NULL && strcmp(path, "-") != 0) {
		x->name = path;
		if ((x->fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
			die_sys(path);
	}
#ifdef F_SETPIPE_SZ
	(void)fcntl(x->fd, F_SETPIPE_SZ, 1 << 20); /* only speed: may fail */
#endif
	p = XML_ParserCreate(encoding);
	if (p == NULL) {
		errno = ENOMEM;
		die_sys(x->name);
	}
	x->parser = p;
	x->encoding = encoding != NULL ? mem_string(encoding) : NULL;
	x->unknown = false;
	x->idle = 0;
	x->depth = 0;
	x->run = (struct buf){0};
	x->line = 0;
	XML_SetUserData(p, x);
	XML_SetElementHandler(p, on_open, on_close);
	XML_SetCharacterDataHandler(p, on_text);
	XML_SetDefaultHandlerExpand(p, on_other);
	XML_SetXmlDeclHandler(p, on_declaration);
	XML_SetStartDoctypeDeclHandler(p, on_doctype);
	XML_SetExternalEntityRefHandler(p, on_external);
	XML_SetSkippedEntityHandler(p, on_skipped);
	XML_SetUnknownEncodingHandler(p, on_encoding, x);
}

/* Behind the last byte. */
static void
check_encoding(const struct xml *x, const struct recode_look *look)
{
	if (recode_was_utf8(look) && x->encoding != NULL &&
	    strcasecmp(x->encoding, "UTF-8") != 0)
		die_data(x->name, 0, "UTF-8 already, not %s: give -e UTF-8",
		    x->encoding);
}

void
xml_read(struct xml *x, const char *path, const char *encoding)
{
	struct recode_look look = {0};
	bool any = false;
	ssize_t n;

	start(x, path, encoding);
	do {
		void *b = XML_GetBuffer(x->parser, BLOCK);

		if (b == NULL)
			fail(x);
		do
			n = read(x->fd, b, BLOCK);
		while (n < 0 && errno == EINTR);
		if (n < 0)
			die_sys(x->name);
		if (n == 0 && !any)
			die_data(x->name, 0, "empty input");
		any = true;
		recode_look(&look, b, (size_t)n);
		/* expat scans a tag anew for every block of it */
		x->idle += (size_t)n;
		if (XML_ParseBuffer(x->parser, (int)n, n == 0) != XML_STATUS_OK)
			fail(x);
		if (x->idle > IN_LINE_MAX)
			die_data(x->name, XML_GetCurrentLineNumber(x->parser),
			    "a tag or comment longer than %zu bytes: an end "
			    "that is missing?",
			    IN_LINE_MAX);
	} while (n > 0);
	check_encoding(x, &look);
	XML_ParserFree(x->parser);
	free(x->encoding);
	buf_free(&x->run);
	if (x->fd != STDIN_FILENO && close(x->fd) == -1)
		die_sys(x->name);
	x->parser = NULL;
	x->encoding = NULL;
}

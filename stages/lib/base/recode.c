#include "recode.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "mem.h"

enum {
	PROBE = 256 * 1024
};

iconv_t
recode_open(const char *encoding)
{
	iconv_t cd = (iconv_t)-1;

	/* EINVAL says glibc also where there was no memory: asked again, or
	 * told by what we ask for ourselves */
	for (int i = 0; i < 2 && cd == (iconv_t)-1; i++) {
		cd = iconv_open("UTF-8", encoding);
		if (cd == (iconv_t)-1 && errno != EINVAL)
			die_sys("iconv");
		if (cd == (iconv_t)-1)
			free(mem_block(PROBE));
	}
	return cd;
}

void
recode_look_open(struct recode_look *l, iconv_t cd)
{
	char letter[] = "\xC2\xA7"; /* any of two bytes */
	char to[16];
	char *src = letter;
	char *dst = to;
	size_t n = sizeof(letter) - 1;
	size_t room = sizeof(to);

	*l = (struct recode_look){0};
	l->not = iconv(cd, &src, &n, &dst, &room) != (size_t)-1 && n == 0 &&
	    dst - to == 2 && memcmp(to, letter, 2) == 0;
	(void)iconv(cd, NULL, NULL, NULL, NULL);
}

void
recode_look(struct recode_look *l, const char *s, size_t n)
{
	for (size_t i = 0; i < n && !l->not ; i++) {
		unsigned char c = (unsigned char)s[i];

		if (l->rest > 0) {
			l->not = (c & 0xC0) != 0x80;
			l->rest--;
		} else if (c >= 0x80) {
			l->not = c < 0xC2 || c > 0xF4;
			l->letter |= c == 0xC3;
			l->rest = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
		}
	}
}

void
recode_refuse(const char *name, const char *s, size_t n)
{
	static const struct {
		const char *magic;
		const char *what;
		const char *how;
	} known[] = {{"\037\213", "gzip", "gzip -dc"},
	    {"\3757zX", "xz", "xz -dc"}, {"BZh9", "bzip2", "bzip2 -dc"},
	    {"PK\003\004",
		ERR_WORDS("a zip archive, as .docx, .odt and .xlsx are"), NULL},
	    {"%PDF", ERR_WORDS("a PDF file"), NULL},
	    {"\320\317\021\340", ERR_WORDS("a file of old Microsoft Office"),
		NULL}};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		size_t len = strlen(known[i].magic);

		if (n < len || memcmp(s, known[i].magic, len) != 0)
			continue;
		if (known[i].how != NULL)
			die_data(name, 0, "packed by %s: unpack it first (%s)",
			    known[i].what, known[i].how);
		die_data(name, 0,
		    "%s: no text (read-office reads documents; a sheet is "
		    "saved as CSV)",
		    err_said(known[i].what));
	}
}

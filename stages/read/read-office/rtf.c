#include "rtf.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

enum {
	BLOCK = 64 * 1024
};

uint64_t
rtf_loses(const char *s, size_t len)
{
	uint64_t line = 1;

	for (size_t i = 0; i + 2 < len; i++) {
		size_t k = i + 2;

		line += s[i] == '\n';
		if (s[i] != '\\' || s[i + 1] != 'u')
			continue;
		k += s[k] == '-';
		if (s[k] < '0' || s[k] > '9')
			continue;
		while (k < len && s[k] >= '0' && s[k] <= '9')
			k++;
		if (k < len && strchr(" \\{}\r\n", s[k]) == NULL)
			return line;
	}
	return 0;
}

void
rtf_check(const char *path)
{
	struct buf b = {0};
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;
	uint64_t line;

	if (fd == -1)
		die_sys(path);
	do {
		buf_room(&b, BLOCK);
		n = read(fd, b.s + b.len, BLOCK);
		if (n == -1 && errno != EINTR)
			die_sys(path);
		b.len += n > 0 ? (size_t)n : 0;
	} while (n != 0);
	(void)close(fd);
	line = rtf_loses(b.s, b.len);
	if (line > 0)
		die_data(path, line,
		    "letters written as \\u233?, behind which pandoc loses "
		    "one: save it as .docx or .odt");
	buf_free(&b);
}

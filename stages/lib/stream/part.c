#include "part.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/counts.h"

void
part_open(struct part *p, const char *attr)
{
	*p = (struct part){.attr = attr};
	intern_open(&p->names);
	if (attr == NULL)
		p->cur = intern_add(&p->names, "", 0);
}

void
part_open_units(struct part *p)
{
	part_open(p, "id");
	p->by_unit = true;
}

void
part_enter(struct part *p, struct vrt *v)
{
	const char *s;

	if (p->attr == NULL)
		return;
	p->v = v;
	s = vrt_attr(v, p->attr);
	if (s == NULL || *s == '\0') {
		p->n_without++;
		s = "NA";
	}
	if (p->by_unit) {
		const char mark = COUNTS_UNIT;

		p->n_unit = 0;
		p->name.len = 0;
		buf_str(&p->name, s);
		buf_mem(&p->name, &mark, 1);
		return;
	}
	p->cur = intern_add(&p->names, s, strlen(s));
}

void
part_unit(struct part *p)
{
	size_t stem = p->name.len;
	char digits[24];

	(void)snprintf(digits, sizeof(digits), "%" PRIu64, ++p->n_unit);
	buf_str(&p->name, digits);
	p->cur = intern_add(&p->names, p->name.s, p->name.len);
	p->name.len = stem;
}

void
part_outside(struct part *p)
{
	if (p->attr == NULL)
		return;
	p->outside = true;
	p->cur = intern_add(
	    &p->names, p->by_unit ? "NA#1" : "NA", p->by_unit ? 4 : 2);
}

void
part_note(const struct part *p)
{
	if (p->n_without > 0) {
		vrt_tell_absent(p->v, &p->attr, 1);
		note("%" PRIu64 " speech%s without the attribute '%s': "
		     "counted in the part NA",
		    p->n_without, p->n_without == 1 ? "" : "es", p->attr);
	}
	if (p->outside)
		note("text outside speeches: counted in the part NA");
}

void
part_free(struct part *p)
{
	intern_free(&p->names);
	buf_free(&p->name);
}

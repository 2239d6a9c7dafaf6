#include "part.h"

#include <inttypes.h>
#include <string.h>

#include "err.h"

void
part_open(struct part *p, const char *attr)
{
	*p = (struct part){.attr = attr};
	intern_open(&p->names);
	if (attr == NULL)
		p->cur = intern_add(&p->names, "", 0);
}

void
part_enter(struct part *p, struct vrt *v)
{
	const char *s;

	if (p->attr == NULL)
		return;
	s = vrt_attr(v, p->attr);
	if (s == NULL || *s == '\0') {
		p->n_without++;
		s = "NA";
	}
	p->cur = intern_add(&p->names, s, strlen(s));
}

void
part_outside(struct part *p)
{
	if (p->attr == NULL)
		return;
	p->outside = true;
	p->cur = intern_add(&p->names, "NA", 2);
}

void
part_note(const struct part *p)
{
	if (p->n_without > 0)
		note("%" PRIu64 " speech%s without the attribute '%s': "
		     "counted in the part NA",
		    p->n_without, p->n_without == 1 ? "" : "es", p->attr);
	if (p->outside)
		note("text outside speeches: counted in the part NA");
}

void
part_free(struct part *p)
{
	intern_free(&p->names);
}

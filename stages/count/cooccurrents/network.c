#include "network.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/text/utf.h"

static uint32_t
root_of(uint32_t *up, uint32_t k)
{
	while (up[k] != k) {
		up[k] = up[up[k]];
		k = up[k];
	}
	return k;
}

uint32_t
network_tree(struct cooc *c)
{
	uint32_t *up = mem_new(c->words->n, sizeof(*up));
	bool *seen = mem_new(c->words->n, sizeof(*seen));
	uint32_t n_tree = 0;
	size_t n = 0;

	for (uint32_t k = 0; k < c->words->n; k++)
		up[k] = k;
	for (size_t i = 0; i < c->n; i++) {
		struct cooc_row *r = &c->row[i];
		uint32_t a = root_of(up, r->a);
		uint32_t b = root_of(up, r->b);

		n_tree += !seen[r->a];
		n_tree += !seen[r->b];
		seen[r->a] = true;
		seen[r->b] = true;
		if (a == b)
			continue;
		n_tree--;
		/* the root is the least: paths stay short by halving */
		up[a < b ? b : a] = a < b ? a : b;
		c->row[n++] = *r;
	}
	c->n = n;
	free(up);
	free(seen);
	return n_tree;
}

void
network_put_edges(const struct cooc *c, struct out *o)
{
	out_str(o, "source\ttarget\tweight\tf\tF_source\tF_target");
	cooc_put_speeches_head(c, o);
	out_ch(o, '\n');
	for (size_t i = 0; i < c->n; i++) {
		const struct cooc_row *r = &c->row[i];

		cooc_put_word(c, o, r->a);
		out_ch(o, '\t');
		cooc_put_word(c, o, r->b);
		out_ch(o, '\t');
		if (c->by == COOC_F)
			out_u64(o, r->f);
		else
			out_real(o, r->weight);
		out_ch(o, '\t');
		out_u64(o, r->f);
		out_ch(o, '\t');
		out_u64(o, c->F[r->a]);
		out_ch(o, '\t');
		out_u64(o, c->F[r->b]);
		cooc_put_speeches(c, o, r);
		out_ch(o, '\n');
	}
}

static void
put_nodes(const struct cooc *c, const uint64_t *freq, struct out *o)
{
	bool *has = mem_new(c->words->n, sizeof(*has));

	for (size_t i = 0; i < c->n; i++) {
		has[c->row[i].a] = true;
		has[c->row[i].b] = true;
	}
	for (uint32_t k = 0; k < c->words->n; k++) {
		size_t len;
		const char *s = intern_s(c->words, c->order[k], &len);

		if (!has[k])
			continue;
		out_str(o, "    <node id=\"n");
		out_u64(o, k);
		out_str(o, "\"><data key=\"label\">");
		utf_put_xml(o, s, len);
		out_str(o, "</data><data key=\"freq\">");
		out_u64(o, freq[k]);
		out_str(o, "</data></node>\n");
	}
	free(has);
}

static void
put_edges(const struct cooc *c, struct out *o)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct cooc_row *r = &c->row[i];

		out_str(o, "    <edge source=\"n");
		out_u64(o, r->a);
		out_str(o, "\" target=\"n");
		out_u64(o, r->b);
		out_str(o, "\">");
		if (!isnan(r->weight)) {
			out_str(o, "<data key=\"weight\">");
			if (c->by == COOC_F)
				out_u64(o, r->f);
			else
				out_real(o, r->weight);
			out_str(o, "</data>");
		}
		out_str(o, "<data key=\"f\">");
		out_u64(o, r->f);
		out_str(o, "</data></edge>\n");
	}
}

void
network_put_graphml(const struct cooc *c, const uint64_t *freq, struct out *o)
{
	out_str(o,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
	    "  <key id=\"label\" for=\"node\" attr.name=\"label\" "
	    "attr.type=\"string\"/>\n"
	    "  <key id=\"freq\" for=\"node\" attr.name=\"freq\" "
	    "attr.type=\"long\"/>\n"
	    "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" "
	    "attr.type=\"double\"/>\n"
	    "  <key id=\"f\" for=\"edge\" attr.name=\"f\" "
	    "attr.type=\"long\"/>\n"
	    "  <graph edgedefault=\"undirected\">\n");
	put_nodes(c, freq, o);
	put_edges(c, o);
	out_str(o, "  </graph>\n</graphml>\n");
}

#include "book.h"

#include <string.h>

#include "lib/text/utf.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OPEN "http://schemas.openxmlformats.org/"
#define MAIN OPEN "spreadsheetml/2006/main"
#define KIND OPEN "officeDocument/2006/relationships"
#define RELS OPEN "package/2006/relationships"
#define TYPES OPEN "package/2006/content-types"
#define SHEET "application/vnd.openxmlformats-officedocument.spreadsheetml."

static const char way_in[] =
    XML "<Relationships xmlns=\"" RELS "\">"
	"<Relationship Id=\"rId1\" Type=\"" KIND "/officeDocument\" "
	"Target=\"xl/workbook.xml\"/>"
	"<Relationship Id=\"rId2\" Type=\"" KIND "/extended-properties\" "
	"Target=\"docProps/app.xml\"/></Relationships>\n";

static const char maker[] =
    XML "<Properties xmlns=\"" OPEN "officeDocument/2006/extended-properties\">"
	"<Application>Tribune</Application></Properties>\n";

/* In the order of enum sheet_style: a number, a heading, a text.  49 is the
 * format of text: what is changed in such a cell stays text, also =1+1. */
static const char styles[] = XML
    "<styleSheet xmlns=\"" MAIN "\">"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/>"
    "</border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" "
    "borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
    "builtinId=\"0\"/></cellStyles></styleSheet>\n";

static void
put_member(struct zip *z, const char *name, const char *text)
{
	zip_begin(z, name, "workbook");
	out_str(&z->text, text);
	zip_end(z);
}

void
book_begin(struct zip *z)
{
	put_member(z, "_rels/.rels", way_in);
	put_member(z, "docProps/app.xml", maker);
	put_member(z, "xl/styles.xml", styles);
}

/* The places of the filters, which spreadsheets want as hidden names. */
static void
put_filters(struct out *o, const struct names *names, const char *ranges)
{
	out_str(o, "</sheets><definedNames>");
	for (size_t i = 0; i < names->n; i++) {
		out_fmt(o,
		    "<definedName name=\"_xlnm._FilterDatabase\" "
		    "localSheetId=\"%zu\" hidden=\"1\">'",
		    i);
		utf_put_xml(o, names->name[i], strlen(names->name[i]));
		out_fmt(o, "'!%s</definedName>", ranges);
		ranges += strlen(ranges) + 1;
	}
	out_str(o, "</definedNames></workbook>\n");
}

static void
put_sheets(struct zip *z, const struct names *names, const char *ranges)
{
	struct out *o = &z->text;

	zip_begin(z, "xl/workbook.xml", "workbook");
	out_str(o,
	    XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" KIND "\">"
		"<bookViews><workbookView/></bookViews><sheets>");
	for (size_t i = 0; i < names->n; i++) {
		out_str(o, "<sheet name=\"");
		utf_put_xml(o, names->name[i], strlen(names->name[i]));
		out_fmt(
		    o, "\" sheetId=\"%zu\" r:id=\"rId%zu\"/>", i + 1, i + 2);
	}
	put_filters(o, names, ranges);
	zip_end(z);
}

void
book_end(struct zip *z, const struct names *names, const char *ranges)
{
	struct out *o = &z->text;

	put_sheets(z, names, ranges);
	zip_begin(z, "xl/_rels/workbook.xml.rels", "workbook");
	out_str(o,
	    XML "<Relationships xmlns=\"" RELS "\"><Relationship "
		"Id=\"rId1\" Type=\"" KIND "/styles\" Target=\"styles.xml\"/>");
	for (size_t i = 1; i <= names->n; i++)
		out_fmt(o,
		    "<Relationship Id=\"rId%zu\" Type=\"" KIND
		    "/worksheet\" Target=\"worksheets/sheet%zu.xml\"/>",
		    i + 1, i);
	out_str(o, "</Relationships>\n");
	zip_end(z);
	zip_begin(z, "[Content_Types].xml", "workbook");
	out_str(o,
	    XML
	    "<Types xmlns=\"" TYPES "\"><Default Extension=\"rels\" "
	    "ContentType=\"application/vnd.openxmlformats-package."
	    "relationships+xml\"/><Default Extension=\"xml\" "
	    "ContentType=\"application/xml\"/>"
	    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET
	    "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
	    "ContentType=\"" SHEET "styles+xml\"/>"
	    "<Override PartName=\"/docProps/app.xml\" "
	    "ContentType=\"application/"
	    "vnd.openxmlformats-officedocument.extended-properties+xml\"/>");
	for (size_t i = 1; i <= names->n; i++)
		out_fmt(o,
		    "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" "
		    "ContentType=\"" SHEET "worksheet+xml\"/>",
		    i);
	out_str(o, "</Types>\n");
	zip_end(z);
}

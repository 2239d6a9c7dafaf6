# shellcheck shell=sh disable=SC2034
# Labels of the reports in English; fr.sh says the same in French.
STYLE=en
L_OVERVIEW='Overview'
L_CORPUS='The corpus'
L_SPEAKERS='Speakers'
L_YEARS='Years'
L_SPEECHES='Speeches'
L_ABOUT='What it talks about'
L_FILES='Where to read on'
L_THEMES='Themes'
L_NGRAMS='Words and n-grams'
L_SPEC='Specific vocabulary'
L_SHEET='Speech'
L_FIGURES='Figures'
L_CONTEXT='In context'
L_UNCOVERED='(no theme)'
c_speech=speech c_speeches=speeches c_speaker=speaker c_year=year c_date=date
c_words=words c_forms='different forms' c_hapax='forms used once'
c_sentences=sentences c_speakers=speakers c_dates=dates
c_first=first c_last=last c_theme=theme c_rate='per 1,000' c_low=low
c_high=high c_hits=hits c_freq=frequency c_term=term c_part=part
c_measure=measure c_here=here c_median=median c_lowest=lowest
c_highest=highest c_rank=rank c_length='words/sent.' c_period=years c_mattr=MATTR
c_stem=stem c_corpus=corpus c_share='share %' c_entries='The words that fired'
t_none='(undated)'
t_counted='Counted column: %s. Words are tokens of the kind w: numbers, punctuation and
symbols are not counted as words.'
t_about='Hits of the theme dictionary per 1,000 words, by top theme, with a 95 %%
interval by resampling the speeches (bootstrap): ● the rate, ├──┤ the interval. A hit is one word or expression
of the dictionary; a token counts for one theme at most. Misleading where one
word makes a theme: themes.txt shows which words fired.'
t_about_one='Hits of the theme dictionary per 1,000 words, by top theme. Too few speeches for
an interval by resampling them.'
t_coverage='%s of %s words (%s %%) belong to a hit of the dictionary.'
t_stems='The most frequent stems, shown by their commonest form; words of grammar are left
out. The column speeches says in how many speeches the stem occurs.'
t_ngrams='Runs of words within a sentence, not across punctuation or numbers. Runs that
begin or end with a word of grammar are left out of this page; ngrams.tsv has all.'
t_spec='Which forms a part uses more or less than chance would let expect, if the
words of the corpus were dealt out at random to the parts (hypergeometric law,
Lafon 1980). S is the power of ten of the probability, positive for too many,
negative for too few; |S| of 2 and more is shown. f: in the part, F: in the
corpus. q is the p-value corrected for the number of cells tested (Benjamini
and Hochberg): above 0.05, do not build on a cell. Misleading where a few
speeches repeat a word: the law takes words as drawn one by one.'
t_spec_head='%s (%s words)'
t_one='There is one part only: nothing to compare.'
t_largest='The %s largest of %s; all are in %s.'
t_longest='The %s longest of %s; all are in %s.'
t_sheets='There is a page in sheets/ for the %s longest speeches (SHEETS_MOST).'
t_nothing='Nothing passes the threshold.'
t_by='By %s'
t_list_files='overview.txt         this page
themes.txt           what is talked about, by part and by word
ngrams.txt           frequent words and runs of words
specificities-*.txt  what sets each part apart
sheets/              one page a speech
*.tsv                all tables, complete: counts, rates, specificities, figures
PROVENANCE.tsv       inputs, rules, programs and options behind every figure'
t_sheet='Against the other speeches of the corpus: median, lowest and highest value, and
rank of this speech (1 is the highest).'
t_sheet_themes='Themes of this speech per 1,000 words, with a 95 %% interval (low, high) by
resampling its %s sentences (bootstrap), beside the whole corpus.'
t_sheet_themes_few='Themes of this speech per 1,000 words, beside the whole corpus. Fewer than %s
sentences: too few for an interval by resampling them.'
t_sheet_spec='Forms that this speech uses more than chance would let expect (S, see
specificities-*.txt), strongest first.'
t_entries='The words of the dictionary behind the hits of the largest themes. Where one word
makes most of a theme, the theme is that word.'
m_words=words m_forms='different forms' m_sentence='words a sentence' m_word='letters a word'
m_ttr='type/token ratio' m_mattr='MATTR (100)' m_hapax='hapax, % of forms'
m_questions='questions, % of sentences' m_exclamations='exclamations, %'
m_i='je, me, mon..., per 1,000' m_we='nous, notre..., per 1,000'

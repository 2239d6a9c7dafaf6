# shellcheck shell=sh disable=SC2034,SC1112
# Labels of the reports in English; fr.sh says the same in French.
STYLE=en
L_CORPUS='The corpus'
L_SPEECHES='Speeches'
L_ABOUT='What it talks about'
L_FILES='Where to read on'
L_THEMES='Themes'
L_NGRAMS='Words and n-grams'
L_SPEC='Specific vocabulary'
L_FIGURES='Figures'
L_CONTEXT='In context'
c_speech=speech c_speeches=speeches c_speaker=speaker c_year=year c_date=date
c_words=words c_forms='different forms' c_hapax='forms used once'
c_sentences=sentences c_speakers=speakers c_dates=dates
c_theme=theme c_rate='per 1,000' c_low=low
c_high=high c_hits=hits c_freq=frequency c_term=term
c_measure=measure c_here=here c_median=median c_lowest=lowest
c_highest=highest c_rank=rank c_length='words/sent.' c_period=years
c_corpus=corpus c_entries='The words that fired'
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
t_types='The most frequent words (column %s, each shown by its commonest form); words of
grammar are left out. The column speeches says in how many speeches
each occurs.'
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
t_absent='Does not occur in the corpus.'
t_by='By %s'
t_list_files='overview.txt         this page
themes.txt           what is talked about, by part and by word
ngrams.txt           frequent words and runs of words
specificities-*.txt  what sets each part apart
map-*.txt            which parts are alike: factor map and tree
classes.txt          vocabularies that go together, and who uses them
cooccurrents.txt     the words around chosen words
segments.txt         formulas that return word for word
style.txt            richness and readability of each speech
trends.txt           what rises and falls over the years
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
L_MAP='Map and tree' L_FACTORS='Factor map' L_TREE='Tree' L_NEAREST='Nearest neighbours'
L_COOC='Cooccurrents' L_CLASSES='Classes of vocabulary' L_STABLE='How stable the classes are'
L_STYLE='Richness and readability' L_RICHNESS='Richness' L_READABILITY='Readability'
L_TRENDS='Trends' L_WORDS='Words' L_BREAKS='Breaks'
L_SEGMENTS='Repeated segments' L_SEGMENTS_LONG='The longest'
L_SEGMENTS_FREQUENT='The most frequent'
c_distance=distance c_height=height c_nearest=nearest c_note=note c_class=class c_segments=segments
c_value='goes with' c_inside='in class' c_all='in all' c_ratio='× a year'
c_from=from c_before=before c_after=after c_segment=segment c_length_words=length
t_map='Correspondence analysis of the counted forms by parts (forms said 10 times or
more, in 2 parts or more). Parts with like vocabularies are near each other; a
form lies towards the parts that use it more than the others do. Read along the
axes and away from the centre: near it lies what all share. The 40 forms that
make the axes most are shown. Misleading where an axis holds a small share of
the inertia (the percentages), and for the distance of a form to a part, which
has no meaning on this map.'
t_map_none='Not enough forms for a map with two axes.'
t_map_few='There are fewer than three parts: nothing to draw.'
t_tree='Parts joined by Labbé’s distance of their vocabularies (Ward’s method): the
further right two parts meet, the more alike they are. Misleading for parts of
very different sizes or of less than 1,000 words, whose distances are too large;
an added text can change the tree.'
t_tree_many='There are %s parts, too many to draw; the tree is in %s.'
t_nearest='The nearest part of each by the same distance: 0 for the same words in the same
shares, 1 for no common word. The note says where Labbé’s conditions are not met.'
t_cooc='Which words stand within 5 words of the pivot, in its sentence, more than chance
would let expect (Lafon’s index S, see specificities-*.txt; f: near the pivot, F:
in all; q: corrected for the number of words tested). logDice compares between
corpora. A distance of 1 is just behind the pivot, -1 just before. Words of
grammar are left out here; cooccurrents.tsv has all. Misleading where one speech
repeats a phrase: read the lines with concordance.'
t_classes='Segments of about 40 tokens sorted by the words that they share (descending
hierarchical classification, Reinert 1983). A class is a vocabulary, not a theme
given in advance: read its words and its segments, then name it. Numbers in
brackets are chi-squares. Misleading where classes are not stable: below, the
Jaccard index says how much of a class is found again when segments are drawn
anew; under 0.5 do not build on a class.'
t_classes_size='%s of %s segments are in a class.'
t_classes_none='No classes were found in %s segments: too few or too much alike.'
t_stable='Mean Jaccard index of each class with its likest in the runs of a bootstrap over
segments, and the interval that holds 95 %% of the runs: 1 is the same class.'
t_class_head='Class %s (%s segments)'
t_typical='%s, line %s:'
t_richness='How varied the vocabulary of each speech is: MATTR, the mean share of different
forms in windows of 100 words (high is varied), and Yule’s K (low is varied), each
with a 95 %% interval over its sentences. Both depend little on length, unlike the
number of forms. Misleading where intervals overlap: then no order is shown.'
t_readability='How hard the sentences are: LIX (words a sentence plus the share of words of more
than 6 letters: under 35 easy, over 50 hard) and the reading ease RE of Kandel
and Moles (high is easy), with 95 %% intervals over the sentences. They see lengths
only, not meaning; where punctuation was put by a transcriber, they measure the
transcriber.'
t_trends='Change of the rate from year to year (Poisson regression with the speeches as
units, its errors widened by their overdispersion): × a year is the factor of the
rate, low and high its 95 %% limits, q its p corrected for all terms tested. The
rate is that of all years, per 1,000 words. Misleading where the speakers change
with the years: then the trend is theirs. Above q = 0.05, do not build on a row.'
t_trends_few='There are fewer than three dated years: no trend to show.'
t_breaks='The most likely single change of each theme: the year from which the rate is
another, the rates before and after, and p by shuffling the speeches over the
years. One change is always found; p says whether chance would do as well.'
t_segments='Runs of two words or more that come at least twice, not across punctuation
(Salem). The longest show formulas and quotations that return word for word, the
most frequent the set phrases. Misleading where a text is there twice: make check
tells. In the second table those that begin or end with a word of grammar are
left out; segments.tsv has all.'

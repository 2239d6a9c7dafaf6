<note type="head" content="Questions sur \"l'eau\" (n° 12)"/>
<note type="debate" content="DISC_ARTICLES_1_1"/>
<speech id="PM.u1" text_id="PM" lang="French" date="2022-06-02" title="Séance \"verte\" du 2" agenda="-" speaker_role="Chairperson" speaker_name="Le Fur, Marc" speaker_party="PS">
<p id="" lang="French">
<s id="s1">
La	la	le	DET
<name type="ORG">
Chambre	chambre	chambre	NOUN
<g/>
</name>
<note type="kinesic:applause" content="Dit \"oui\""/>
,	,	,	PUNCT
</s>
</p>
<p id="x" lang="Dutch">
<s id="s2">
De	de	de	DET
</s>
</p>
</speech>
<speech id="PM.u2" speaker_name="Vaillant, rapporteure">
<p lang="Dutch">
<s>
Ja	ja	ja	INTJ
</s>
</p>
</speech>
<speech id="PM.u3" speaker_name="-">
<p>
<s>
Oui	oui	oui	INTJ
</s>
</p>
<p lang="français">
<s>
Non	non	non	INTJ
<note type="x">
Rires	rire	rire	NOUN
</note>
</s>
</p>
</speech>

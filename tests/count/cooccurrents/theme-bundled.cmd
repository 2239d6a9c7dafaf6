printf '%s\n' '<p>' 'La paix sociale et la guerre froide.' '</p>' | tokenise |
cooccurrents -m 1 -w 1 -t défense | cut -f 1-5

//! Guesses which word the author of a misspelt one meant.

/// The candidate that looks most like `word`; `None` if none is near enough to be meant.
pub(crate) fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // Jaro-Winkler finds words that begin alike, as `max_length` and `max_len` do; of several, the one
    // with the fewest differences is meant: of `required_when`, `required_if` and not `required`.
    candidates
        .into_iter()
        .filter(|candidate| strsim::jaro_winkler(word, candidate) > 0.8)
        .map(|candidate| (strsim::normalized_damerau_levenshtein(word, candidate), candidate))
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, candidate)| candidate.to_owned())
}

/// The second half of a message about an unknown word: `; did you mean …?`, or nothing.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    closest(word, candidates).map_or_else(String::new, |candidate| format!("; did you mean `{candidate}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_and_nothing_far() {
        let rules = ["max_len", "min_len", "max_bytes", "required", "required_if", "forbidden_if", "range", "secret"];
        for (word, meant) in [
            ("max_length", Some("max_len")),
            ("maxlen", Some("max_len")),
            ("min_lenght", Some("min_len")),
            ("require_if", Some("required_if")),
            ("forbiden_if", Some("forbidden_if")),
            ("ragne", Some("range")),
            ("required_when", Some("required_if")),
            ("title", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(closest(word, rules).as_deref(), meant, "{word}");
        }
    }
}

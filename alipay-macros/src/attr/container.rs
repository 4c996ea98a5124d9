//! Sees from its tokens whether a field's type is an `Option` or a `Vec`.

use syn::{GenericArgument, PathArguments, Type};

use crate::model::Container;

/// How the type wraps its values, and the type inside.
pub(super) fn classify(ty: &Type) -> (Container, Type) {
    if let Some(list) = argument(ty, "Vec") {
        return (Container::List, list.clone());
    }
    let Some(optional) = argument(ty, "Option") else {
        return (Container::Plain, ty.clone());
    };
    match argument(optional, "Vec") {
        Some(list) => (Container::OptionList, list.clone()),
        None => (Container::Option, optional.clone()),
    }
}

/// `T` of `wrapper<T>`, by whatever path the wrapper is named.
fn argument<'a>(ty: &'a Type, wrapper: &str) -> Option<&'a Type> {
    let path = match ty {
        // What a `macro_rules!` hands on as `$ty` comes in an invisible group.
        Type::Group(group) => return argument(&group.elem, wrapper),
        Type::Paren(paren) => return argument(&paren.elem, wrapper),
        Type::Path(path) if path.qself.is_none() => &path.path,
        _ => return None,
    };
    let last = path.segments.last().filter(|segment| segment.ident == wrapper)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match (arguments.args.first(), arguments.args.len()) {
        (Some(GenericArgument::Type(inner)), 1) => Some(inner),
        _ => None,
    }
}

/// The type, if it is a single word.
pub(super) fn word(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) if path.qself.is_none() => path.path.get_ident().map(ToString::to_string),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn by_any_path_but_not_by_any_name() {
        for (written, container, inner) in [
            ("String", Container::Plain, "String"),
            ("Option<String>", Container::Option, "String"),
            ("std::option::Option<String>", Container::Option, "String"),
            ("::std::vec::Vec<a::B>", Container::List, "a :: B"),
            ("Option<Vec<Amount>>", Container::OptionList, "Amount"),
            ("Vec<Vec<Amount>>", Container::List, "Vec < Amount >"),
            ("(Option<String>)", Container::Option, "String"),
            ("Options<String>", Container::Plain, "Options < String >"),
            ("Option", Container::Plain, "Option"),
            ("HashMap<Option<A>, B>", Container::Plain, "HashMap < Option < A > , B >"),
        ] {
            let (found, ty) = classify(&syn::parse_str(written).unwrap());
            assert_eq!((found, ty.to_token_stream().to_string().as_str()), (container, inner), "{written}");
        }
    }
}

//! Objects that several methods share: the page of one of them knows more of them than the catalogue does.

use std::sync::LazyLock;

use alipay_apis::schema::Shape;

use crate::spec::{self, Spec};
use crate::walk;

/// A page whose objects other methods have too, under the same names and at the same places.
static CREATE: LazyLock<Page> = LazyLock::new(|| {
    const METHOD: &str = "alipay.marketing.activity.ordervoucher.create";
    Page { spec: Spec::of(METHOD), beyond: Spec::beyond_the_page(METHOD) }
});

struct Page {
    spec: Spec,
    beyond: Vec<spec::Beyond>,
}

/// What that page says of a field: lengths, numbers of items and words hold wherever the object stands.
pub(crate) enum Neighbour {
    Known {
        row: &'static spec::Field,
        /// Whether it must be there holds as well: an answer may leave out what the request must have.
        tells_must: bool,
    },
    /// It is not on the page either, but its type is known.
    Beyond(&'static str),
}

impl Neighbour {
    pub(crate) fn of(method: &str, in_request: bool, path: &str) -> Option<Self> {
        const NEWER: [&str; 7] = [
            "activity_base_info",
            "voucher_available_scope_info",
            "voucher_customer_guide_info",
            "voucher_deduct_info",
            "voucher_display_pattern_info",
            "voucher_send_mode_info",
            "voucher_use_rule_info",
        ];
        let page = &*CREATE;
        let (rows, is_the_same, tells_must) =
            match (method.strip_prefix("alipay.marketing.activity.ordervoucher.")?, in_request) {
                // What can be changed of the older structure are objects of their own.
                ("modify", true) => (&page.spec.request, NEWER.contains(&path.split('.').next()?), true),
                ("modify", false) => (&page.spec.response, true, true),
                // It answers the activity as it was created.
                ("query", false) => (&page.spec.request, path != "biz_tag", false),
                _ => return None,
            };
        if !is_the_same {
            return None;
        }
        let known = rows.iter().find(|row| row.path == path).map(|row| Self::Known { row, tells_must });
        known.or_else(|| page.beyond.iter().find(|row| row.path == path).map(|row| Self::Beyond(&row.r#type)))
    }

    pub(crate) fn row(&self) -> Option<&'static spec::Field> {
        match self {
            Self::Known { row, .. } => Some(row),
            Self::Beyond(_) => None,
        }
    }

    pub(crate) fn must(&self) -> Option<&'static str> {
        match self {
            Self::Known { row, tells_must: true } => Some(&row.must),
            _ => None,
        }
    }

    /// As for the page itself.
    pub(crate) fn type_fits(&self, shape: &Shape) -> bool {
        match self {
            Self::Known { row, .. } => {
                let is_number = row.r#type == "string" && CREATE.spec.is_number(&row.path);
                matches!(shape, Shape::Amount) && is_number || walk::type_fits(shape, &row.r#type)
            }
            Self::Beyond(r#type) => walk::type_fits(shape, r#type),
        }
    }
}

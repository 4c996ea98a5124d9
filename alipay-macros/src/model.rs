//! What a declaration *is*: the result of reading attributes, before anything is checked or
//! written. Each part keeps the span of the author's token.

use proc_macro2::{Ident, Span};
use syn::{Attribute, LitBool, LitStr, Type, Visibility};

/// A declared struct.
pub(crate) struct Declaration {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    /// Where the generated code finds the runtime: `::alipay_core`, or the author's `crate = …`.
    pub(crate) krate: syn::Path,
    /// Set for a request (`#[alipay_api(method = …)]`), not for an object or a response.
    pub(crate) method: Option<Method>,
    /// Set for the contents of a message (`#[alipay_message(method = …)]`).
    pub(crate) message: Option<Message>,
    pub(crate) fields: Vec<Field>,
    /// Rules that stand on the struct, in order.
    pub(crate) rules: Vec<Rule>,
}

/// What only the struct of a request says.
pub(crate) struct Method {
    pub(crate) name: LitStr,
    pub(crate) response: Type,
    pub(crate) error: Option<Type>,
    pub(crate) docs: Option<LitStr>,
    pub(crate) retired: Option<LitStr>,
    /// The `in_progress` flag: `code` 10003 is an answer.
    pub(crate) in_progress: bool,
    /// The `read_only` flag: the method changes nothing.
    pub(crate) read_only: Option<Ident>,
    /// `idempotent_by(field)`.
    pub(crate) idempotent_by: Option<Ident>,
    /// The flag `page` or `app`.
    pub(crate) route: Route,
    /// The `encrypts` flag: `biz_content` goes encrypted unless somebody says otherwise.
    pub(crate) encrypts: bool,
}

/// What only the struct of a message says.
pub(crate) struct Message {
    /// Its `msg_method`.
    pub(crate) name: LitStr,
    pub(crate) docs: Option<LitStr>,
}

/// Who carries the request to the gateway. Mirrors `alipay_core::Route`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    Call,
    Page,
    App,
}

/// One field.
pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    /// Its doc comment, which its setter takes over.
    pub(crate) docs: Vec<Attribute>,
    /// The Rust name without `r#`.
    pub(crate) name: String,
    /// The name in the JSON.
    pub(crate) wire: String,
    /// The author's token that sets the wire name: the `rename` literal, else the field's name.
    pub(crate) wire_span: Span,
    /// The whole type as written.
    pub(crate) ty: Type,
    pub(crate) container: Container,
    /// The type inside [`Container`].
    pub(crate) inner: Type,
    /// [`inner`](Field::inner) if it is a single word, by which many types are known. Asked for often, and an
    /// [`Ident`] makes a text each time.
    pub(crate) word: Option<String>,
    pub(crate) secret: bool,
    /// Span of `allow_empty`.
    pub(crate) allow_empty: Option<Span>,
    /// Span of `parameter`: sent beside `biz_content`.
    pub(crate) parameter: Option<Span>,
    pub(crate) rules: Vec<Rule>,
}

impl Field {
    /// Whether the type inside the container is one of these words.
    pub(crate) fn is_one_of(&self, words: &[&str]) -> bool {
        self.word.as_ref().is_some_and(|word| words.contains(&word.as_str()))
    }
}

/// How a field's type wraps its values. Read from the tokens once, here and nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    /// `T`: always present.
    Plain,
    /// `Option<T>`
    Option,
    /// `Vec<T>`: present with an item.
    List,
    /// `Option<Vec<T>>`
    OptionList,
}

impl Container {
    /// Whether the field may be absent.
    pub(crate) fn is_optional(self) -> bool {
        self != Self::Plain
    }

    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::List | Self::OptionList)
    }
}

/// One rule, on a field or on the struct.
pub(crate) struct Rule {
    /// The author's keyword (`max_len`, `exactly_one`), with its span.
    pub(crate) keyword: Ident,
    /// Inside `advise(…)`.
    pub(crate) advise: bool,
    /// The conditions of the `when(…, …)`s around it, outermost first.
    pub(crate) when: Vec<Condition>,
    pub(crate) check: Check,
}

/// What a rule asks for. Mirrors `alipay_core::schema::Check`.
pub(crate) enum Check {
    Required,
    MinLen(Count),
    MaxLen(Count),
    MaxBytes(Count),
    MinItems(Count),
    MaxItems(Count),
    /// `range = 0.1..=3000`; either end open.
    Range {
        min: Option<Number>,
        max: Option<Number>,
    },
    Decimals(Count),
    Digits,
    Positive,
    /// `excludes = "://"`
    Excludes(LitStr),
    Requires(Vec<Path>),
    RequiredIf(Condition),
    ForbiddenIf(Condition),
    GreaterThan(Operand),
    AtLeast(Operand),
    SameAs(Operand),
    /// `value_if(condition, [A, B])`
    ValueIf {
        condition: Condition,
        values: Vec<Literal>,
    },
    /// `allowed_if(A, condition)`
    AllowedIf {
        value: Literal,
        condition: Condition,
    },
    /// `check = path::to::function`
    Custom(syn::Path),
    AllOrNone(Vec<Path>),
    ExactlyOne(Vec<Path>),
    AtLeastOne(Vec<Path>),
    AtMostOne(Vec<Path>),
}

/// A whole number of characters, bytes, items or digits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Count {
    pub(crate) value: usize,
    pub(crate) span: Span,
}

/// A decimal number as written: `mantissa / 10^scale`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number {
    pub(crate) mantissa: i64,
    pub(crate) scale: u32,
    /// Written with a point, so that it fits an amount only.
    pub(crate) is_decimal: bool,
    pub(crate) span: Span,
}

/// `a.b.c` or `root.a.b`
#[derive(Clone)]
pub(crate) struct Path {
    /// Span of `root`.
    pub(crate) root: Option<Span>,
    /// At least one.
    pub(crate) steps: Vec<Ident>,
}

/// One side of a comparison.
pub(crate) enum Operand {
    Path(Path),
    /// `coalesce(a, b, …)`, with the span of the keyword.
    Coalesce(Span, Vec<Path>),
}

/// When a rule applies.
pub(crate) enum Condition {
    Equal(Operand, Literal),
    NotEqual(Operand, Literal),
    Greater(Operand, Literal),
    In(Operand, Vec<Literal>),
    Present(Operand),
    Absent(Operand),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// A value written in a condition.
pub(crate) enum Literal {
    /// `TransType::Deposit`
    Variant(syn::Path),
    Text(LitStr),
    Number(Number),
    Bool(LitBool),
}

/// A declared list of words: a wire enum, or the error codes of a method.
pub(crate) struct Words<V> {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) krate: syn::Path,
    /// The document does not claim the list to be complete.
    pub(crate) open: bool,
    /// The variants but the last, which is `Unknown(String)`.
    pub(crate) variants: Vec<V>,
}

/// One word of a wire enum.
pub(crate) struct Word {
    pub(crate) ident: Ident,
    pub(crate) wire: LitStr,
}

/// One business error code.
pub(crate) struct Code {
    pub(crate) ident: Ident,
    /// The `sub_code`.
    pub(crate) wire: LitStr,
    pub(crate) meaning: String,
    pub(crate) remedy: LitStr,
    /// Variant of `alipay_core::Retry`.
    pub(crate) retry: Ident,
}

//! The types that a field may have: how each is read from a JSON token and looked at.
//!
//! Reading is as lenient as the platform is loose (numbers as text and the reverse) and exact:
//! nothing is rounded, an integer does not overflow, an amount keeps its digits.

use rust_decimal::Decimal;

use crate::amount::Amount;
use crate::record::{FieldValue, List, ListSlot, Mismatch, Scalar, Slot, Token, Value, kind};
use crate::schema::Shape;
use crate::time::DateTime;

impl FieldValue for String {
    type Kind = kind::TextKind;
    const SHAPE: Shape = Shape::Text;

    fn blank() -> Self {
        Self::new()
    }

    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Scalar for String {
    fn read(&mut self, token: Token<'_>) -> Result<(), Mismatch> {
        let text = match token {
            Token::Text(text) | Token::Number(text) => text,
            Token::Bool(true) => "true",
            Token::Bool(false) => "false",
        };
        // Whatever it held before is blank, without room.
        *self = String::from(text);
        Ok(())
    }
}

impl FieldValue for bool {
    type Kind = kind::BoolKind;
    const SHAPE: Shape = Shape::Bool;

    fn blank() -> Self {
        false
    }

    fn value(&self) -> Value<'_> {
        Value::Bool(*self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Scalar for bool {
    fn read(&mut self, token: Token<'_>) -> Result<(), Mismatch> {
        *self = match token {
            Token::Bool(truth) => truth,
            Token::Text(text) if text.eq_ignore_ascii_case("true") => true,
            Token::Text(text) if text.eq_ignore_ascii_case("false") => false,
            _ => return Err(Mismatch { expected: "true or false" }),
        };
        Ok(())
    }
}

impl FieldValue for Amount {
    type Kind = kind::AmountKind;
    const SHAPE: Shape = Shape::Amount;

    fn blank() -> Self {
        Self::ZERO
    }

    fn value(&self) -> Value<'_> {
        Value::Amount(*self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Scalar for Amount {
    fn read(&mut self, token: Token<'_>) -> Result<(), Mismatch> {
        let expected = Mismatch { expected: "an amount such as 12.34" };
        *self = match token {
            Token::Number(digits) => exact(digits).map(Self::from).ok_or(expected)?,
            // A text with an exponent is no amount.
            Token::Text(digits) => digits.parse().map_err(|_| expected)?,
            Token::Bool(_) => return Err(expected),
        };
        Ok(())
    }
}

impl FieldValue for DateTime {
    type Kind = kind::DateTimeKind;
    const SHAPE: Shape = Shape::DateTime;

    fn blank() -> Self {
        Self::BLANK
    }

    fn value(&self) -> Value<'_> {
        Value::DateTime(*self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Scalar for DateTime {
    fn read(&mut self, token: Token<'_>) -> Result<(), Mismatch> {
        let expected = Mismatch { expected: "a date and time such as 2026-11-23 08:00:00" };
        match token {
            // A few times have a fraction of a second (`gmt_refund` of a notification), which is dropped.
            Token::Text(text) => *self = whole_second(text).parse().map_err(|_| expected)?,
            _ => return Err(expected),
        }
        Ok(())
    }
}

/// A time without the fraction of its second, if it has one of up to nine digits.
fn whole_second(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, fraction)) if (1..=9).contains(&fraction.len()) && is_digits(fraction) => whole,
        _ => text,
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|digit| digit.is_ascii_digit())
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl FieldValue for $integer {
            type Kind = kind::IntegerKind;
            const SHAPE: Shape = Shape::Integer;

            fn blank() -> Self {
                0
            }

            fn value(&self) -> Value<'_> {
                Value::Integer(i128::from(*self))
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::Scalar(self)
            }
        }

        impl Scalar for $integer {
            fn read(&mut self, token: Token<'_>) -> Result<(), Mismatch> {
                let whole = whole_number(token).and_then(|number| number.try_into().ok());
                *self = whole.ok_or(Mismatch { expected: concat!("a whole number (", stringify!($integer), ")") })?;
                Ok(())
            }
        }
    )*};
}

integers!(i32, i64, u32, u64);

/// A JSON number with every digit it has, also one with an exponent; `None` where digits would be lost.
fn exact(number: &str) -> Option<Decimal> {
    let Some((digits, exponent)) = number.split_once(['e', 'E']) else {
        return number.parse::<Amount>().ok().map(Amount::to_decimal);
    };
    // `Decimal::from_scientific` would round digits beyond the 28th.
    let digits = digits.parse::<Amount>().ok()?.to_decimal();
    let scale = i64::from(digits.scale()).checked_sub(exponent.parse().ok()?)?;
    let factor = 10_i128.checked_pow(u32::try_from(scale.min(0).unsigned_abs()).ok()?)?;
    let mantissa = digits.mantissa().checked_mul(factor)?;
    Decimal::try_from_i128_with_scale(mantissa, u32::try_from(scale.max(0)).ok()?).ok()
}

/// `12`, `"12"`, `12.00` and `1.2e1`: some answers write counts with decimals.
fn whole_number(token: Token<'_>) -> Option<i128> {
    let (Token::Text(digits) | Token::Number(digits)) = token else {
        return None;
    };
    if matches!(token, Token::Number(_)) && digits.contains(['e', 'E']) {
        let number = exact(digits)?.normalize();
        return (number.scale() == 0).then(|| number.mantissa());
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.starts_with('+') || !fraction.bytes().all(|digit| digit == b'0') {
        return None;
    }
    whole.parse().ok()
}

impl<T: FieldValue> FieldValue for Option<T> {
    type Kind = T::Kind;
    const SHAPE: Shape = T::SHAPE;

    fn blank() -> Self {
        None
    }

    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, T::value)
    }

    fn slot(&mut self) -> Slot<'_> {
        self.get_or_insert_with(T::blank).slot()
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    type Kind = kind::ListKind<T::Kind>;
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn blank() -> Self {
        Self::new()
    }

    fn value(&self) -> Value<'_> {
        Value::List(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
}

impl<T: FieldValue> List for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.as_slice().get(index).map_or(Value::Absent, T::value)
    }
}

impl<T: FieldValue> ListSlot for Vec<T> {
    fn push(&mut self) -> Option<Slot<'_>> {
        // `Vec::push_mut` is newer than our minimum compiler.
        self.push(T::blank());
        self.last_mut().map(T::slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: FieldValue + Scalar>(token: Token<'_>) -> Result<T, Mismatch> {
        let mut value = T::blank();
        value.read(token)?;
        Ok(value)
    }

    #[test]
    fn numbers_come_as_text_and_the_reverse() {
        assert_eq!(read::<i64>(Token::Text("1000")), Ok(1000));
        assert_eq!(read::<i64>(Token::Number("1000")), Ok(1000));
        assert_eq!(read::<i64>(Token::Number("1000.00")), Ok(1000));
        assert_eq!(read::<String>(Token::Number("2088000000000000000000")).as_deref(), Ok("2088000000000000000000"));
        assert_eq!(read::<bool>(Token::Text("TRUE")), Ok(true));
        assert_eq!(read::<bool>(Token::Text("False")), Ok(false));
    }

    #[test]
    fn amounts_keep_their_digits() {
        for digits in ["20000.00", "0.1", "88.880", "20000"] {
            assert_eq!(read::<Amount>(Token::Number(digits)).unwrap().to_string(), digits);
            assert_eq!(read::<Amount>(Token::Text(digits)).unwrap().to_string(), digits);
        }
    }

    #[test]
    fn a_number_with_an_exponent_is_read_to_the_last_digit_or_not_at_all() {
        for (number, digits) in [
            ("2E+4", "20000"),
            ("1.50e1", "15.0"),
            ("-1.5e-2", "-0.015"),
            ("0e0", "0"),
            ("12345678901234567890.12345678e-0", "12345678901234567890.12345678"),
            ("7.9228162514264337593543950335e28", "79228162514264337593543950335"),
        ] {
            assert_eq!(read::<Amount>(Token::Number(number)).unwrap().to_string(), digits, "{number}");
        }
        for number in [
            "0.12345678901234567890123456789012345e1",
            "1.2345678901234567890123456789e29",
            "1.5e-28",
            "1e29",
            "1e-4294967296",
            "1e9223372036854775808",
            "1e-9223372036854775808",
        ] {
            assert!(read::<Amount>(Token::Number(number)).is_err(), "{number}");
        }
        assert_eq!(read::<i64>(Token::Number("1.2e1")), Ok(12));
        assert_eq!(read::<i64>(Token::Number("-1200E-2")), Ok(-12));
        assert!(read::<i64>(Token::Number("1.25e1")).is_err());
        assert!(read::<i64>(Token::Number("1e19")).is_err());
        assert!(read::<i64>(Token::Text("1e3")).is_err() && read::<Amount>(Token::Text("1e3")).is_err());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(read::<i32>(Token::Number("2147483648")).is_err());
        assert!(read::<u32>(Token::Number("-1")).is_err());
        assert!(read::<i64>(Token::Number("1.5")).is_err());
        assert!(read::<i64>(Token::Text("")).is_err());
        assert!(read::<i64>(Token::Text(".0")).is_err());
        assert!(read::<i64>(Token::Bool(true)).is_err());
        assert!(read::<Amount>(Token::Text("12,00")).is_err());
        assert!(read::<Amount>(Token::Number("1e400")).is_err());
        assert!(read::<bool>(Token::Text("yes")).is_err());
        assert!(read::<DateTime>(Token::Number("20261123")).is_err());
    }

    #[test]
    fn the_fraction_of_a_second_is_dropped() {
        let second = read::<DateTime>(Token::Text("2026-11-23 08:00:00")).unwrap();
        for text in ["2026-11-23 08:00:00.0", "2026-11-23 08:00:00.320", "2026-11-23 08:00:00.999999999"] {
            assert_eq!(read::<DateTime>(Token::Text(text)), Ok(second), "{text}");
        }
        for text in ["2026-11-23 08:00:00.", "2026-11-23 08:00:00.1234567890", "2026-11-23 08:00:00.x", "2026-11-23.0"]
        {
            assert!(read::<DateTime>(Token::Text(text)).is_err(), "{text}");
        }
    }
}

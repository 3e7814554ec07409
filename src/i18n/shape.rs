//! What a message is made of: the names that are filled in, and its fixed words.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// A message as a checker sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    /// Names of what is filled in.
    pub names: BTreeSet<String>,
    /// Its fixed words, one piece between two fillings, in every variant.
    pub pieces: Vec<String>,
    /// Words and names in their order; none where the message has variants.
    pub line: Option<Vec<Part>>,
}

/// One part of a message without variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Fixed words.
    Words(String),
    /// A name that is filled in.
    Name(String),
}

/// Every message of a catalog.
pub(super) fn of(resource: &FluentResource) -> BTreeMap<String, Shape> {
    let mut shapes = BTreeMap::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry {
            let mut shape = Shape::default();
            if let Some(pattern) = &message.value {
                shape.pattern(pattern);
                shape.line = line(pattern);
            }
            shapes.insert(message.id.name.to_owned(), shape);
        }
    }
    shapes
}

fn line(pattern: &Pattern<&str>) -> Option<Vec<Part>> {
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Part::Words((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            Some(Part::Words((*value).to_owned()))
        }
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            Some(Part::Name(id.name.to_owned()))
        }
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(part).collect()
}

impl Shape {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.pieces.push((*value).to_owned()),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.names.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => self.pieces.push((*value).to_owned()),
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

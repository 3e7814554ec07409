//! An entrepreneur's first page.

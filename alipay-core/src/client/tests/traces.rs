//! What a call leaves in the trace.

"""One line a check, for the table that `run` prints."""


def tell(verdict, name, text):
    print("\t".join(" ".join(str(part).split())[:400] for part in (verdict, "Python", name, text)))


def check(name, work):
    """What must work."""
    try:
        work()
    except Exception as error:
        tell("FAILED", name, error or type(error).__name__)
    else:
        tell("ok", name, "")


def known(name, bug, message, work):
    """What does not work in this version of the SDK: it fails with this message, and must be looked at
    again once it does not.
    """
    try:
        work()
    except Exception as error:
        if message in str(error):
            tell("known bug", name, bug)
        else:
            tell("FAILED", name, f"fails otherwise than known: {error}")
    else:
        tell("FAILED", name, f"no longer fails: {bug}")

// One line a check, for the table that `run` prints.

export const reporter = who => {
  const tell = (verdict, name, text) => {
    const line = [verdict, who, name, text].map(part => String(part).replace(/\s+/g, ' ').slice(0, 400));
    console.log(line.join('\t'));
  };
  return {
    // What must work.
    check: async (name, work) => {
      try {
        await work();
        tell('ok', name, '');
      } catch (error) {
        tell('FAILED', name, error.message);
      }
    },
    // What does not work in this version of the SDK: it fails with this message, and must be looked at
    // again once it does not.
    known: async (name, bug, message, work) => {
      try {
        await work();
      } catch (error) {
        if (message.test(error.message)) return tell('known bug', name, bug);
        return tell('FAILED', name, `fails otherwise than known: ${error.message}`);
      }
      return tell('FAILED', name, `no longer fails: ${bug}`);
    },
  };
};

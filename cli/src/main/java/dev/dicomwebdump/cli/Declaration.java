package dev.dicomwebdump.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/** An option as far as it is declared; what help says of it ends that. */
final class Declaration<T extends @Nullable Object> {

  private final OptionSpec.Builder option;
  private final List<OptionSpec> declared;

  /**
   * @param declared takes the option when it is whole
   */
  Declaration(OptionSpec.Builder option, List<OptionSpec> declared) {
    this.option = option;
    this.declared = declared;
  }

  /** What help calls the value. */
  Declaration<T> label(String word) {
    option.paramLabel(word);
    return this;
  }

  /** How the value is read, where its type does not say it. */
  Declaration<T> by(ITypeConverter<? extends T> converter) {
    option.converters(converter);
    return this;
  }

  /** Several values may be given at once, with commas. */
  Declaration<T> separated() {
    option.splitRegex(",");
    return this;
  }

  /** Of options that are given together: none of the others goes without it. */
  Declaration<T> neededByOthers() {
    option.required(true);
    return this;
  }

  /** A flag that is set unless the user says {@code --no-...}. */
  Declaration<T> onUnlessNegated() {
    option.negatable(true).defaultValue("true").fallbackValue("true");
    return this;
  }

  /**
   * Declares it.
   *
   * @param lines for help; {@code ${DEFAULT-VALUE}} is what holds unless the option is given
   */
  Given<T> described(String... lines) {
    OptionSpec whole = option.description(lines).build();
    whole.setValue(whole.initialValue()); // picocli leaves out those that are bound together
    declared.add(whole);
    return new Given<>(whole);
  }
}

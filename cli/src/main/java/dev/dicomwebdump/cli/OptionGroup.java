package dev.dicomwebdump.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that belong together, in the order in which help lists them: that of the fields that
 * declare them. No annotations: picocli reads these by reflection, at each start.
 */
abstract class OptionGroup {

  private final List<OptionSpec> options = new ArrayList<>();

  /** All that were declared so far, those of the groups within among them. */
  final List<OptionSpec> options() {
    return options;
  }

  /** An option without a value: whether it is given. */
  final Declaration<Boolean> flag(String... names) {
    return declare(OptionSpec.builder(names).type(Boolean.class).initialValue(false));
  }

  /** An option without which there is nothing to do. */
  final <T> Declaration<T> required(Class<T> type, String... names) {
    return declare(OptionSpec.builder(names).type(type).required(true));
  }

  /** An option that is null unless it is given. */
  final <T> Declaration<@Nullable T> optional(Class<T> type, String... names) {
    return declare(OptionSpec.builder(names).type(type));
  }

  /**
   * An option that has a value in any case.
   *
   * @param text what holds unless it is given, as the user would write it
   */
  final <T> Declaration<T> usually(String text, Class<T> type, String... names) {
    return declare(OptionSpec.builder(names).type(type).defaultValue(text));
  }

  /** An option that can be given again and again. */
  final Declaration<List<String>> list(String... names) {
    return declare(
        OptionSpec.builder(names)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(List.of()));
  }

  /** Lists the options of another group here. */
  final <G extends OptionGroup> G including(G group) {
    options.addAll(group.options());
    return group;
  }

  /** Lists them here; at most one of them may be given. */
  final <G extends OptionGroup> G oneOf(G group) {
    return bound(group, true);
  }

  /** Lists them here; where one is given, so must those be that it requires. */
  final <G extends OptionGroup> G together(G group) {
    return bound(group, false);
  }

  private <G extends OptionGroup> G bound(G group, boolean exclusive) {
    ArgGroupSpec.Builder bound = ArgGroupSpec.builder().exclusive(exclusive);
    for (OptionSpec option : group.options()) {
      bound.addArg(option);
    }
    bound.build(); // each of the options knows it from now on
    return including(group);
  }

  private <T extends @Nullable Object> Declaration<T> declare(OptionSpec.Builder option) {
    return new Declaration<>(option, options);
  }
}

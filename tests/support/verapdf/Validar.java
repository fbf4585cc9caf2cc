import java.io.FileInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Each file against PDF/A-2a and PDF/UA-1, with veraPDF's own engine and profiles: one line for each rule it breaks. */
public class Validar {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files)
      for (String flavour : List.of("2a", "ua1"))
        validate(file, PDFAFlavour.fromString(flavour));
  }

  private static void validate(String file, PDFAFlavour flavour) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new FileInputStream(file), flavour);
        var validator = foundry.createValidator(flavour, false)) {
      var result = validator.validate(parser);
      System.out.printf("%s\t%s %s%n", file, flavour.getId(), result.isCompliant() ? "passed" : "failed");
      for (TestAssertion rule : result.getTestAssertions())
        if (rule.getStatus() == TestAssertion.Status.FAILED)
          System.out.printf("%s\t%s %s: %s%n", file, flavour.getId(), rule.getRuleId().getClause(), rule.getMessage());
    }
  }
}

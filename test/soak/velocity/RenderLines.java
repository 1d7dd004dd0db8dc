import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

/**
 * Renders templates with Apache Velocity and stand-ins for the macros of Data Actions: a template a line, in base64, and
 * after it `path=value` for what it may read, the value in base64. Answers with a line each: `ok` and the text in base64, or
 * `failed` and the class of the exception. Macros end a rendering that would not end: a loop is cut by its deadline.
 */
public class RenderLines {
  private static final long DEADLINE_MS = 20_000;

  public static void main(String[] args) throws Exception {
    VelocityEngine engine = engine();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.write(answer(engine, line));
      out.newLine();
      if (!in.ready()) out.flush();
    }
    out.flush();
  }

  private static VelocityEngine engine() {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
    engine.setProperty("velocimacro.library", "");
    engine.setProperty("velocimacro.library.path", "");
    engine.init();
    return engine;
  }

  private static String answer(VelocityEngine common, String line) {
    String[] parts = line.split(" ", -1);
    try {
      String template = decoded(parts[0]);
      VelocityContext context = context(parts);
      // An engine remembers the macros of every template it has seen.
      VelocityEngine engine = template.contains("macro") ? engine() : common;
      String[] result = new String[1];
      Throwable[] thrown = new Throwable[1];
      Thread thread = new Thread(null, () -> {
        try {
          StringWriter writer = new StringWriter();
          engine.evaluate(context, writer, "template" + System.nanoTime(), template);
          result[0] = writer.toString();
        } catch (Throwable cause) {
          thrown[0] = cause;
        }
      }, "render", 16L << 20);
      thread.setDaemon(true);
      thread.start();
      thread.join(DEADLINE_MS);
      if (thread.isAlive()) return "failed Deadline";
      if (thrown[0] != null) return "failed " + thrown[0].getClass().getSimpleName();
      return "ok " + Base64.getEncoder().encodeToString(result[0].getBytes(StandardCharsets.UTF_8));
    } catch (Exception cause) {
      return "failed " + cause.getClass().getSimpleName();
    }
  }

  private static VelocityContext context(String[] parts) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      plant(values, parts[i].substring(0, equals).split("\\."), decoded(parts[i].substring(equals + 1)));
    }
    VelocityContext context = new VelocityContext();
    values.forEach(context::put);
    context.put("esc", new Esc());
    context.put("encoding", new Encoding());
    context.put("urlTool", new UrlTool());
    context.put("math", new MathTool());
    context.put("successTemplateUtils", new SuccessTemplateUtils());
    context.put("salesforce", new Salesforce());
    return context;
  }

  @SuppressWarnings("unchecked")
  private static void plant(Map<String, Object> values, String[] path, String value) {
    Map<String, Object> at = values;
    for (int i = 0; i < path.length - 1; i++) {
      at = (Map<String, Object>) at.computeIfAbsent(path[i], key -> new HashMap<String, Object>());
    }
    at.put(path[path.length - 1], value);
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  /** `$encoding`. */
  public static class Encoding {
    public String base64(Object value) {
      return value == null ? null : Base64.getEncoder().encodeToString(bytes(value));
    }
  }

  /** `$esc`: the escape tool with the names that Data Actions document. */
  public static class Esc {
    public String jsonString(Object value) {
      return value == null ? null : json(value.toString());
    }

    public String jsonEncode(Object value) {
      return jsonString(value);
    }

    public String json(Object value) {
      return value == null ? null : RenderLines.json(value.toString());
    }

    public String uriEncode(Object value) {
      return value == null ? null : percent(value, "-._~", "%20");
    }

    public String url(Object value) {
      return value == null ? null : percent(value, "-._*", "+");
    }

    public String urlFormEncode(Object value) {
      return url(value);
    }

    public String xml(Object value) {
      return value == null ? null : RenderLines.xml(value.toString());
    }

    public String html(Object value) {
      return xml(value);
    }

    public String getQuote() {
      return "\"";
    }

    public String getSingleQuote() {
      return "'";
    }

    public String getDollar() {
      return "$";
    }

    public String getD() {
      return "$";
    }

    public String getHash() {
      return "#";
    }

    public String getH() {
      return "#";
    }

    public String getBackslash() {
      return "\\";
    }

    public String getB() {
      return "\\";
    }

    public String getNewline() {
      return "\n";
    }

    public String getN() {
      return "\n";
    }

    public String getExclamation() {
      return "!";
    }

    public String getE() {
      return "!";
    }
  }

  /** `$urlTool`. */
  public static class UrlTool {
    public String optionalQueryParam(Object name, Object value) {
      return value == null || value.toString().isEmpty() ? "" : name + "=" + percent(value, "-._*", "+");
    }
  }

  /** `$math`: those of the math tool that templates use. */
  public static class MathTool {
    public Number add(Object a, Object b) {
      return number(a).add(number(b));
    }

    public Number sub(Object a, Object b) {
      return number(a).subtract(number(b));
    }

    public Number mul(Object a, Object b) {
      return number(a).multiply(number(b));
    }

    public Integer round(Object a) {
      return (int) Math.rint(number(a).doubleValue());
    }

    public Integer mod(Object a, Object b) {
      return number(a).intValue() % number(b).intValue();
    }
  }

  /** `$successTemplateUtils`. */
  public static class SuccessTemplateUtils {
    public Object firstFromArray(Object array, Object otherwise) {
      Object first = array instanceof List && !((List<?>) array).isEmpty() ? ((List<?>) array).get(0) : null;
      return first == null ? otherwise : first;
    }
  }

  /** `$salesforce`. */
  public static class Salesforce {
    public String escReserved(Object value) {
      return value == null ? null : value.toString().replaceAll("[?&|!{}\\[\\]()^~*:\\\\\"'+-]", "\\\\$0");
    }
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }

  private static byte[] bytes(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String percent(Object value, String unreserved, String space) {
    StringBuilder out = new StringBuilder();
    for (byte b : bytes(value)) {
      int c = b & 0xff;
      boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || unreserved.indexOf(c) >= 0);
      if (isPlain) out.append((char) c);
      else out.append(c == ' ' ? space : String.format("%%%02X", c));
    }
    return out.toString();
  }

  private static String json(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      int at = "\"\\\b\f\n\r\t".indexOf(c);
      if (at >= 0) out.append('\\').append("\"\\bfnrt".charAt(at));
      else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.toString();
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;");
  }
}

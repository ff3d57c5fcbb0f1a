// JupyterLab's own "Run All" leaves the reader at the end of the page, and an opened page shows nothing until
// it is run. This plugin adds one command, `course:run-page`, which runs the page and stays where the reader
// is, and calls it once for every page that is opened. It is written by hand as the container that JupyterLab
// loads (window._JUPYTERLAB), because it needs no library and so no build.
(() => {
  const RUN = "course:run-page";

  const scroller = (panel) => panel.node.querySelector(".jp-WindowedPanel-outer");

  async function runPage(app, panel) {
    const place = scroller(panel)?.scrollTop ?? 0;
    const active = panel.content.activeCellIndex;
    const done = app.commands.execute("notebook:run-all-cells"); // not awaited: it selects the last cell at once
    panel.content.activeCellIndex = active;
    panel.content.deselectAll();
    requestAnimationFrame(() => scroller(panel)?.scrollTo({ top: place }));
    await done;
    panel.context.model.dirty = false; // what running drew is drawn again at the next opening: nothing to save
  }

  // What a reader who is no programmer needs to see: lines of some 45 Chinese characters or 90 letters; no
  // collapsed code, prompts and buttons that delete cells; charts that fit the width of a phone.
  const STYLE = `
    .jp-Notebook .jp-RenderedMarkdown, .jp-Notebook .jp-OutputArea-output :is(.widget-html-content, .widget-textarea) { max-width: 46em; }
    .jp-Notebook .widget-html-content { line-height: 1.5; }
    .jp-Notebook .widget-html-content a { color: var(--jp-content-link-color); text-decoration: underline; }
    .jp-Notebook .jp-CodeCell:not(.jp-mod-editMode) .jp-Cell-inputWrapper:has(.jp-Placeholder) { display: none; }
    .jp-Notebook .jp-OutputPrompt, .jp-Notebook .jp-InputPrompt { visibility: hidden; }
    .jp-cell-toolbar, .jp-Notebook-footer { display: none; }
    .jp-Notebook .jp-RenderedImage, .jp-Notebook .jp-RenderedHTMLCommon { overflow-x: auto; }
    .jp-Notebook table.dataframe th, .jp-Notebook table.dataframe td { min-width: 4.5em; }
    .jp-Notebook .jp-RenderedImage img { max-width: 100%; height: auto; }
    .jp-Notebook .widget-radio-box label { display: flex; height: auto; line-height: 1.4; margin-block-end: .3em; }
    .jp-Notebook .widget-radio-box input { flex: none; order: -1; }
    .jp-Notebook .jupyter-button { width: auto; min-width: 6em; align-self: flex-start; }
    #jp-title-panel-title, #jp-main-statusbar, .jp-Toolbar-kernelName, .jp-DebuggerBugButton { display: none; }
    @media (max-width: 600px) { .jp-Notebook .jp-OutputPrompt, .jp-Notebook .jp-InputPrompt { display: none; } }
  `;

  // Back changes the address, and JupyterLab stays where it is: load the page that the address names; a folder's
  // address, which JupyterLab leaves on the way, leads to the first page of its language.
  function goBack() {
    const [, before, language] = location.pathname.match(/^(.*\/doc(?:\/workspaces\/[^/]+)?\/tree)\/(zh|en)\b/) ?? [];
    if (location.pathname.endsWith(".ipynb") || !language) location.reload();
    else location.replace(`${before}/${language}/start.ipynb`);
  }

  // What a chart says in words comes beside the picture (playbook/figures.py); JupyterLab does not give it to the image.
  function tellCharts(panel) {
    for (const { outputArea } of panel.content.widgets) {
      outputArea?.widgets.forEach(({ node }, place) => {
        const alt = outputArea.model.get(place)?.metadata?.["image/png"]?.alt;
        for (const image of alt ? node.querySelectorAll("img:not([alt])") : []) image.alt = alt;
      });
    }
  }

  // A slider's label stands beside its handle, which the library leaves without a name; a slider without a label has
  // its tooltip there.
  function nameSliders(panel) {
    for (const handle of panel.content.node.querySelectorAll(".noUi-handle")) {
      const label = handle.closest(".widget-slider")?.querySelector(".widget-label");
      const name = label?.textContent || label?.title;
      if (name) handle.setAttribute("aria-label", name);
    }
  }

  // A file that the server shows beside the pages: a second tab lies deeper (`doc/workspaces/auto-…/tree`), so that no
  // address relative to the page leads there from both.
  function leadToFiles(app, panel) {
    for (const link of panel.node.querySelectorAll("a[data-served]")) {
      link.href = `${app.serviceManager.serverSettings.baseUrl}files/${link.dataset.served}`;
    }
  }

  // As soon as there is a kernel, the widgets ask it for the states of all that it has. Were that answered after the
  // page has run, the answer would put back what a quick reader has changed since: it is waited for, and a question
  // asked after it is answered after it.
  async function settled({ sessionContext }) {
    await sessionContext.ready;
    await new Promise((asked) => setTimeout(asked));
    // A kernel that cannot answer says so when the page is run.
    await sessionContext.session?.kernel?.requestCommInfo({ target_name: "jupyter.widget" }).catch(() => {});
  }

  const brings = (what) => ({ addedNodes }) =>
    [...addedNodes].some((node) => node.matches?.(what) || node.querySelector?.(what));

  const isPage = (panel) => Boolean(panel?.context?.path?.endsWith(".ipynb") && panel.sessionContext);

  async function opened(app, panel, seen) {
    if (!isPage(panel) || seen.has(panel)) return;
    seen.add(panel);
    await panel.revealed;
    new MutationObserver((changes) => {
      if (changes.some(brings("img"))) tellCharts(panel);
      if (changes.some(brings(".noUi-handle"))) nameSliders(panel);
      if (changes.some(brings("a[data-served]"))) leadToFiles(app, panel);
    }).observe(panel.content.node, { childList: true, subtree: true });
    for (const { node } of panel.content.widgets) node.setAttribute("role", "article"); // what a feed is made of
    await settled(panel);
    if (app.shell.currentWidget === panel) await runPage(app, panel);
  }

  function activate(app) {
    const seen = new WeakSet();
    // A list or a choice takes the arrow keys itself; JupyterLab would go to another cell with them.
    window.addEventListener("keydown", (event) => {
      const field = event.target.closest?.(".jp-OutputArea-output select, .jp-OutputArea-output input[type=radio]");
      if (field && event.key.startsWith("Arrow")) event.stopPropagation();
    }, true);
    document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
    addEventListener("popstate", goBack);
    app.commands.addCommand(RUN, {
      isEnabled: () => isPage(app.shell.currentWidget),
      execute: () => runPage(app, app.shell.currentWidget),
    });
    app.shell.currentChanged?.connect((_, change) => opened(app, change.newValue, seen));
    app.restored.then(() => {
      for (const side of ["left", "right"]) {
        if (app.commands.isToggled("application:toggle-side-tabbar", { side })) {
          app.commands.execute("application:toggle-side-tabbar", { side });
        }
      }
      return opened(app, app.shell.currentWidget, seen);
    });
  }

  const plugin = { id: "course-page:plugin", autoStart: true, activate };
  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB["course-page"] = {
    init: () => {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();

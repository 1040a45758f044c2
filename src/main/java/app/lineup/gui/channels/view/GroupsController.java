package app.lineup.gui.channels.view;

import app.lineup.gui.channels.model.GroupRow;
import app.lineup.gui.channels.model.GroupsViewModel;
import app.lineup.gui.fx.Presence;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// Binds the list of groups to its ViewModel.
final class GroupsController {

  private final GroupsViewModel model;
  private boolean adjusting;

  @FXML private TextField groupFilter;
  @FXML private ListView<GroupRow> groups;
  @FXML private Label otherGroups;

  GroupsController(GroupsViewModel model) {
    this.model = model;
  }

  @FXML
  void initialize() {
    groups.setItems(model.rows());
    groups.setCellFactory(view -> new GroupCell());
    groupFilter.textProperty().bindBidirectional(model.filter());
    Presence.bind(groupFilter, model.many());
    otherGroups.textProperty().bind(model.others());
    Presence.bind(otherGroups, model.others().isNotEmpty());
    model.rows().subscribe(this::showSelected);
    model.selected().subscribe(now -> showSelected());
    groups.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
      if (!adjusting && now != null) {
        model.select(now);
      }
    });
    groupFilter.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        groupFilter.clear();
        event.consume();
      }
    });
  }

  private void showSelected() {
    adjusting = true;
    groups.getSelectionModel().select(model.rows().indexOf(model.selected().get()));
    adjusting = false;
  }
}
